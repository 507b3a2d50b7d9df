package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.TradingGridConnector.REFUSED;
import static dev.contentconnect.tradinggrid.TradingGridConnector.SYSTEM;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.Receipt;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.Notice;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.tradinggrid.map.DeliveryMapper;
import dev.contentconnect.tradinggrid.map.NoticeMapper;
import dev.contentconnect.tradinggrid.wire.WireCompany;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import dev.contentconnect.tradinggrid.wire.WireJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Partners of the directory, their audiences, notices by OpenText Messaging, and what partners confirmed. */
record TradingGridPartners(Directory directory, Tracking tracking, Notices notices, boolean rules)
        implements PartnerDesk {
    private static final String LIST = "partners.list";
    private static final String NOTIFY = "partners.notify";
    private static final String NOTICE = "partners.notice";
    private static final String UNKNOWN = "unknown";
    private static final String RECEIPTS = "partners.receipts";
    private static final String NO_RULES = "neither rulesEntity nor audiences are configured";

    @Override
    public Paged<Partner> partners(List<Segment> segments) {
        if (!segments.isEmpty() && !rules) {
            throw NotOffered.by(SYSTEM, LIST + ".segments", NO_RULES);
        }
        return Paged.of(SYSTEM, LIST, cursor -> page(segments));
    }

    private Page<Partner> page(List<Segment> segments) {
        Map<String, Set<Segment>> audiences = directory.audiences.all();
        List<Partner> items = new ArrayList<>();
        List<MappingIssue> issues = new ArrayList<>();
        for (WireCompany wire : directory.all()) {
            String id = directory.id(wire);
            Set<Segment> own = id == null ? Set.of() : audiences.getOrDefault(id, Set.of());
            if (id == null || own.containsAll(segments)) {
                directory.partner(wire, own).peek(items::add).peekLeft(issues::add);
            }
        }
        return new Page<>(items, null, (long) items.size(), issues);
    }

    @Override
    public Partner get(SourceRef partner) {
        return directory.partner("partners.get", partner.idIn(SYSTEM));
    }

    @Override
    public boolean isEntitled(SourceRef partner, Segment segment) {
        String id = partner.idIn(SYSTEM);
        if (!rules) {
            throw NotOffered.by(SYSTEM, "partners.isEntitled", NO_RULES);
        }
        String operation = "partners.isEntitled";
        Partner known = directory
                .partner(directory.find(operation, id), Set.of())
                .getOrElseThrow(issue -> REFUSED.undecodable(operation, issue));
        return known.active() && directory.audiences.holds(id, segment);
    }

    @Override
    public List<Delivery> notify(List<SourceRef> partners, Notice notice) {
        if (tracking.config.messaging() == null) {
            throw NotOffered.by(SYSTEM, NOTIFY, "no messagingEndpoint is configured");
        }
        Set<String> ids = new LinkedHashSet<>();
        partners.forEach(partner -> ids.add(partner.idIn(SYSTEM)));
        // Nobody is told before it is certain that everybody can be.
        List<Partner> known = new ArrayList<>();
        for (String id : ids) {
            known.add(reachable(id));
        }
        return known.stream().map(partner -> tell(partner, notice)).toList();
    }

    private Partner reachable(String id) {
        Partner partner = directory
                .partner(directory.find(NOTIFY, id), Set.of())
                .getOrElseThrow(issue -> REFUSED.undecodable(NOTIFY, issue));
        if (!partner.active()) {
            throw REFUSED.rejected(NOTIFY, "inactive", "partner " + id + " is not active");
        }
        if (directory.contacts(partner).isEmpty()) {
            throw REFUSED.rejected(
                    NOTIFY, "no_contact", "partner " + id + " has no e-mail address; see the option contacts");
        }
        return partner;
    }

    private Delivery tell(Partner partner, Notice notice) {
        String id = partner.ref().id();
        Optional<String> earlier = notices.job(notice.key(), id);
        if (earlier.isPresent()) {
            return told(notice, id, earlier.get(), statusIfKept(earlier.get()));
        }
        String job = notices.once(
                notice.key(),
                id,
                submitId -> tracking.client
                        .messages()
                        .send(NoticeMapper.toEmail(notice, id, submitId, directory.contacts(partner)), submitId));
        return told(notice, id, job, null);
    }

    /** The service forgets messages after a while; that one went out is known all the same. */
    private @Nullable WireJob statusIfKept(String job) {
        try {
            return status(NOTIFY, job);
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }

    private Delivery told(Notice notice, String partner, String job, @Nullable WireJob status) {
        return told(notice.key(), partner, job, status);
    }

    private Delivery told(@Nullable String key, String partner, String job, @Nullable WireJob status) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (key != null) {
            members.put("submitId", Notices.submitId(key, partner));
        }
        if (status != null) {
            members.putAll(NoticeMapper.members(status));
        }
        SourceRef ref = SourceRef.of(SYSTEM, job);
        DeliveryStatus reached = status == null ? DeliveryStatus.SENT : NoticeMapper.status(status);
        Instant at = reached.equals(DeliveryStatus.SENT)
                ? notices.sentAt(job).orElse(null)
                : receivedAt(status == null ? List.of() : NoticeMapper.toReceipts(ref, partner, status));
        return new Delivery(
                ref,
                key,
                List.of(),
                null,
                partner,
                reached,
                at,
                status == null ? null : NoticeMapper.problem(status),
                null,
                Extensions.of(SYSTEM, members));
    }

    /** Nobody says since when a message counts as failed. */
    private static @Nullable Instant receivedAt(List<Receipt> receipts) {
        for (Receipt one : receipts) {
            if (one.at() != null) {
                return one.at();
            }
        }
        return null;
    }

    private WireJob status(String operation, String ref) {
        if (tracking.config.messaging() == null) {
            throw NotOffered.by(SYSTEM, operation, "no messagingEndpoint is configured");
        }
        return tracking.client.messages().emailStatus(ref.substring(Notices.JOB.length()));
    }

    @Override
    public Delivery notice(SourceRef notice) {
        String id = notice.idIn(SYSTEM);
        if (id.startsWith(Notices.JOB)) {
            WireJob job = status(NOTICE, id);
            return told((String) null, notices.recipient(id).orElse(UNKNOWN), id, job);
        }
        WireEntry entry = tracking.entry(NOTICE, id);
        return DeliveryMapper.toDelivery(
                        entry, Tracking.of(tracking.processes(NOTICE, List.of(entry)), entry), tracking.meaning)
                .getOrElseThrow(issue -> REFUSED.undecodable(NOTICE, issue));
    }

    @Override
    public List<Receipt> receipts(SourceRef notice) {
        String id = notice.idIn(SYSTEM);
        if (id.startsWith(Notices.JOB)) {
            WireJob job = status(RECEIPTS, id);
            return NoticeMapper.toReceipts(notice, notices.recipient(id).orElse(UNKNOWN), job);
        }
        WireEntry entry = tracking.entry(RECEIPTS, id);
        return DeliveryMapper.toReceipts(entry, Tracking.of(tracking.processes(RECEIPTS, List.of(entry)), entry));
    }
}
