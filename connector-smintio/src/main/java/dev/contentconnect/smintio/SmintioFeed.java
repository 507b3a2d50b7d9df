package dev.contentconnect.smintio;

import static dev.contentconnect.smintio.SmintioConnector.REFUSED;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.feed.OverlapFeed;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.smintio.api.Licensing;
import dev.contentconnect.smintio.api.PurchasePage;
import dev.contentconnect.smintio.map.EventMapper;
import dev.contentconnect.smintio.map.PortalAssetMapper;
import dev.contentconnect.smintio.wire.WireAsset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * First the stream of purchases to its end, then one walk through the watched collections. The stream begins with the oldest
 * purchase; a page of a collection is told when it looks different than in the walk before.
 */
final class SmintioFeed implements AssetFeed {
    private static final String CHANGES = "feed.changes";

    private final Library library;
    private final boolean licensing;
    private final List<String> watched;

    SmintioFeed(Library library) {
        this.library = library;
        this.licensing = library.config.licensing() != null;
        PortalConfig portal = library.config.portal();
        this.watched = portal == null ? List.of() : portal.watchedCollections();
    }

    @Override
    public ChangeBatch changes(@Nullable Cursor since, int limit) {
        OverlapFeed.checkLimit(limit);
        FeedPlace from = place(since);
        boolean walking = from.number() > 0 || from.told() > 0;
        if (!licensing || walking) {
            return walk(from, limit, List.of());
        }
        String continuation = from.continuation().isEmpty() ? null : from.continuation();
        PurchasePage page = library.client.licensing().purchases(continuation, Math.min(limit, Licensing.MAX_PAGE));
        String next = page.continuation();
        FeedPlace then = next == null ? from : from.inStream(next);
        if (page.isEnd()) {
            return walk(then, limit, page.issues());
        }
        List<CaseEvent> events = new ArrayList<>();
        List<MappingIssue> issues = new ArrayList<>(page.issues());
        page.purchases()
                .forEach(one -> EventMapper.ofPurchase(one).peek(events::add).peekLeft(issues::add));
        return new ChangeBatch(events, then.cursor(), true, issues);
    }

    private static FeedPlace place(@Nullable Cursor since) {
        try {
            return FeedPlace.read(since);
        } catch (IllegalArgumentException e) {
            throw REFUSED.rejected(CHANGES, null, "not a cursor of this feed");
        }
    }

    private ChangeBatch walk(FeedPlace from, int limit, List<MappingIssue> before) {
        if (from.collection() >= watched.size()) {
            return new ChangeBatch(List.of(), from.walked().cursor(), false, before);
        }
        String collection = watched.get(from.collection());
        Cursor at = from.page().isEmpty() ? null : Cursor.of(from.page());
        Page<WireAsset> page =
                library.client.portal().collections().assets(collection).page(at);
        List<CaseEvent> all = new ArrayList<>();
        List<MappingIssue> issues = new ArrayList<>(before);
        issues.addAll(page.issues());
        StringBuilder looks = new StringBuilder(collection);
        for (WireAsset one : page.items()) {
            looks.append('\n').append(one.id()).append(' ').append(PortalAssetMapper.fingerprint(one));
            EventMapper.ofAsset(one, collection).peek(all::add).peekLeft(issues::add);
        }
        String print = UUID.nameUUIDFromBytes(looks.toString().getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 18);
        int begin = begin(from, print, all.size());
        int end = Math.min(all.size(), begin + Math.min(limit, all.size()));
        if (end < all.size()) {
            return new ChangeBatch(
                    all.subList(begin, end), from.within(end, print).cursor(), true, issues);
        }
        FeedPlace then = from.after(print, page.next());
        boolean over = then.collection() >= watched.size();
        return new ChangeBatch(all.subList(begin, end), (over ? then.walked() : then).cursor(), !over, issues);
    }

    /** A page of which a part was told begins anew where it has changed since: what moved or changed there was perhaps not told. */
    private static int begin(FeedPlace from, String print, int size) {
        boolean known = print.equals(from.print());
        if (from.told() == 0) {
            return known ? size : 0;
        }
        return known || !from.isRemembered() ? Math.min(from.told(), size) : 0;
    }
}
