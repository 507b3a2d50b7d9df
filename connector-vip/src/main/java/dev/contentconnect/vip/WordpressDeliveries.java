package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.vip.api.Posts;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.map.DeliveryMapper;
import dev.contentconnect.vip.map.Fields;
import dev.contentconnect.vip.map.Names;
import dev.contentconnect.vip.map.PlainText;
import dev.contentconnect.vip.map.Profile;
import dev.contentconnect.vip.wire.WirePost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The distribution log: one private item for each delivery. */
final class WordpressDeliveries implements DeliveryLog {
    private static final String LIST = "deliveries.query";
    private static final String RECORD = "deliveries.record";
    private static final String ADVANCE = "deliveries.advance";
    private static final List<DeliveryStatus> ORDER =
            List.of(DeliveryStatus.QUEUED, DeliveryStatus.SENT, DeliveryStatus.DELIVERED, DeliveryStatus.ACKNOWLEDGED);

    private final Shelf shelf;

    WordpressDeliveries(Shelf shelf) {
        this.shelf = shelf;
    }

    private Posts log() {
        return shelf.client.posts(Profile.DISTRIBUTIONS);
    }

    @Override
    public Paged<Delivery> deliveries(DeliveryQuery query) {
        WordpressQuery plain = WordpressQuery.ALL.pages(query.pageSize());
        List<Predicate<Delivery>> promised = new ArrayList<>();
        if (query.asset() != null) {
            plain = plain.with("asset_ref", query.asset().toString());
            promised.add(one -> one.assets().contains(query.asset()));
        }
        if (query.recipient() != null) {
            plain = plain.with("partner", query.recipient());
            promised.add(one -> one.recipient().equals(query.recipient()));
        }
        if (!query.statuses().isEmpty()) {
            plain = plain.with(
                    "state",
                    query.statuses().stream().map(DeliveryStatus::value).collect(Collectors.joining(",")));
            promised.add(one -> query.statuses().contains(one.status()));
        }
        if (query.since() != null) {
            // The filter leaves out the second itself, and knows whole seconds only.
            plain = plain.with("after", query.since().minusSeconds(1).toString());
        }
        WordpressQuery wanted = plain.with("orderby", "date");
        return Paged.of(
                VipConnector.SYSTEM, LIST, cursor -> page(log().list(wanted).page(cursor), promised, query.since()));
    }

    /** The filters are the profile's own: a server without them would hand out everything. */
    private static Page<Delivery> page(
            Page<WirePost> page, List<Predicate<Delivery>> promised, @Nullable Instant since) {
        List<Delivery> items = new ArrayList<>();
        List<MappingIssue> issues = new ArrayList<>(page.issues());
        page.items()
                .forEach(one -> DeliveryMapper.toDelivery(one).peek(items::add).peekLeft(issues::add));
        if (!items.stream().allMatch(one -> promised.stream().allMatch(test -> test.test(one)))) {
            throw REFUSED.rejected(
                    LIST,
                    LocalErrors.DROPPED,
                    "the server did not narrow the list: the server profile there is another one");
        }
        items.removeIf(one -> since != null && one.at() != null && one.at().isBefore(since));
        return new Page<>(items, page.next(), page.total(), issues);
    }

    @Override
    public Delivery record(DeliveryDraft draft) {
        String slug = Names.slug("d", draft.key());
        Optional<WirePost> there = Shelf.bySlug(log(), slug);
        if (there.isPresent()) {
            return delivery(RECORD, completed(there.get(), draft));
        }
        Map<String, Object> meta = meta(draft);
        WirePost made = log().create(Map.of(
                "slug",
                slug,
                "status",
                "private",
                "title",
                PlainText.escaped(draft.recipient() + ": " + draft.key()),
                "date_gmt",
                draft.at().toString(),
                "meta",
                meta));
        List<String> dropped = ReadBack.meta(meta, made.metaFields());
        if (!dropped.isEmpty()) {
            Shelf.drop(log(), made.id());
            ReadBack.refuse(RECORD, made.id(), dropped);
        }
        // As with assets: of two in one moment both may get the short name, and the older one counts.
        WirePost first = Shelf.bySlug(log(), slug).orElse(made);
        if (first.id() != made.id()) {
            Shelf.drop(log(), made.id());
        } else if (!slug.equals(made.slug())) {
            Shelf.drop(log(), made.id());
            throw REFUSED.conflict(RECORD, "the server did not take the short name " + slug);
        }
        return delivery(RECORD, first);
    }

    /** WordPress writes the item first and its meta then: of what broke off in between there is an item that says nothing. */
    private WirePost completed(WirePost there, DeliveryDraft draft) {
        if (new Fields(there.metaFields()).text(Profile.STATE) != null) {
            return there;
        }
        return Shelf.complete(RECORD, log(), there.id(), meta(draft));
    }

    private static Map<String, Object> meta(DeliveryDraft draft) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put(Profile.ITEM_KEY, draft.key());
        meta.put(Profile.STATE, draft.status().value());
        meta.put(Profile.PARTNER, draft.recipient());
        meta.put(
                Profile.ASSET_REFS,
                draft.assets().stream().map(SourceRef::toString).toList());
        meta.put(Profile.OCCURRED_AT, draft.at().toString());
        if (draft.version() != null) {
            meta.put(Profile.VERSION, draft.version());
        }
        if (draft.detail() != null) {
            meta.put(Profile.DETAIL, draft.detail());
        }
        return meta;
    }

    @Override
    public Delivery advance(SourceRef delivery, DeliveryStatus status, @Nullable String detail) {
        WirePost now = log().get(Shelf.id(ADVANCE, delivery));
        Delivery known = delivery(ADVANCE, now);
        if (!leads(known.status(), status)) {
            return known;
        }
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put(Profile.STATE, status.value());
        meta.put(Profile.OCCURRED_AT, shelf.config.options().time().now().toString());
        if (detail != null) {
            meta.put(Profile.DETAIL, detail);
        }
        WirePost stored = log().update(now.id(), Map.of("meta", meta));
        ReadBack.refuse(ADVANCE, now.id(), ReadBack.meta(meta, stored.metaFields()));
        return delivery(ADVANCE, stored);
    }

    /** Whether a status may follow another: never an earlier one; failures end nothing, and follow all but the last. */
    private static boolean leads(DeliveryStatus from, DeliveryStatus to) {
        int before = ORDER.indexOf(from);
        int after = ORDER.indexOf(to);
        if (after < 0) {
            return !from.equals(to) && !from.equals(DeliveryStatus.ACKNOWLEDGED);
        }
        return before < 0 || after > before;
    }

    private static Delivery delivery(String operation, WirePost post) {
        return DeliveryMapper.toDelivery(post).getOrElseThrow(issue -> REFUSED.undecodable(operation, issue));
    }
}
