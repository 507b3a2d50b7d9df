package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.Notice;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells partners about an asset, once each, and follows the notices: the log of the library has an entry for each under
 * {@code {key of the notice}:{partner}}, queued until the notice went out, then sent, delivered or failed. Delivered means that
 * a file of the notice was fetched; that it was opened is an event and no receipt. Every method may be repeated.
 *
 * <p>The network's connector and the flow keep their memory in one store, or a notice might be followed that nobody remembers.
 */
final class PartnerNotices {
    /** A partner has opened a notice, which proves nothing. */
    static final CaseEventType OPENED = CaseEventType.of("notice.opened");

    private static final String UNDERWAY = "underway";
    private static final String ABOUT = "about";
    private static final String CAME_BACK = "came back: ";

    /** Tells the end of what went out from that of a try before, which found no way. */
    private static final String BACK = "/came back";

    private static final Set<DeliveryStatus> UNSETTLED =
            Set.of(DeliveryStatus.QUEUED, DeliveryStatus.SENT, DeliveryStatus.UNKNOWN);
    private static final Set<DeliveryStatus> NOT_OUT = Set.of(DeliveryStatus.QUEUED, DeliveryStatus.UNKNOWN);

    private final PartnerMail mail;
    private final DeliveryLog log;
    private final FlowTrail trail;
    private final SourceRef all;

    PartnerNotices(String flow, Connector network, Connector library, FlowTrail trail) {
        this.mail = new PartnerMail(network.require(PartnerDesk.class));
        this.log = library.require(DeliveryLog.class);
        this.trail = trail;
        this.all = SourceRef.of(flow, "notices");
    }

    /** Tells a partner about a version of an asset, or says what became of that; tries again where there was no way. */
    NoticeOutcome tell(Partner partner, Notice notice, SourceRef asset, String version) {
        Entry about = new Entry(
                entryKey(notice, partner), asset, version, partner.ref().id());
        Delivery entry = entry(about, notice.subject());
        if (!NOT_OUT.contains(entry.status()) && !wasNotTaken(entry)) {
            return outcome(about, entry);
        }
        PartnerMail.Posted posted = mail.post(partner.ref(), notice);
        if (posted.notice() != null) {
            // Before the log says that it is out: what is out is followed by these notes.
            trail.note(posted.notice(), ABOUT, entry.ref(), about.text());
            trail.note(all, UNDERWAY, posted.notice(), about.partner());
            return outcome(about, log.advance(entry.ref(), DeliveryStatus.SENT, "told as " + posted.notice()));
        }
        String problem = String.valueOf(posted.problem());
        if (posted.inDoubt()) {
            trail.append(
                    event(about, CaseEventType.FLOW_FAILED, entry).note(problem).build());
            return new NoticeOutcome.InDoubt(problem);
        }
        return outcome(about, log.advance(entry.ref(), DeliveryStatus.FAILED, problem));
    }

    /** There was no way to tell the partner, and nothing went out; there may be one now. */
    private static boolean wasNotTaken(Delivery entry) {
        return entry.status().equals(DeliveryStatus.FAILED)
                && !String.valueOf(entry.detail()).startsWith(CAME_BACK);
    }

    /** As the log has it; made when it is missing. */
    private Delivery entry(Entry about, @Nullable String detail) {
        return log.record(new DeliveryDraft(
                about.key(),
                List.of(about.asset()),
                about.version(),
                about.partner(),
                DeliveryStatus.QUEUED,
                trail.now(),
                detail));
    }

    static String entryKey(Notice notice, Partner partner) {
        return notice.key() + ":" + partner.ref().id();
    }

    /** Looks after every notice that went out and of which more may be heard; one that fails does not stop the others. */
    Map<SourceRef, Delivery> follow() {
        return EachInTurn.of(
                trail.notes(all, UNDERWAY).stream().map(StateLink::to).toList(),
                notice -> follow(notice).orElseThrow());
    }

    /** Looks after one notice; nothing for one that is none of this flow's. */
    Optional<Delivery> follow(SourceRef notice) {
        Optional<StateLink> noted = trail.noted(notice, ABOUT);
        if (noted.isEmpty()) {
            return Optional.empty();
        }
        Entry about = Entry.of(Objects.requireNonNull(noted.get().fingerprint()));
        Delivery entry = entry(about, null);
        if (!UNSETTLED.contains(entry.status())) {
            return Optional.of(settled(about, notice, entry));
        }
        Optional<Delivery> seen = mail.look(notice);
        if (seen.isEmpty()) {
            return Optional.of(settled(about, notice, entry));
        }
        Delivery now = seen.get();
        if (now.extensions().get(notice.system()).get("opened") instanceof Number opened && opened.longValue() > 0) {
            trail.append(event(about, OPENED, entry).outcome("opened").build());
        }
        if (UNSETTLED.contains(now.status())) {
            return Optional.of(entry);
        }
        String detail =
                now.status().equals(DeliveryStatus.FAILED) ? CAME_BACK + now.detail() : "fetched by " + about.partner();
        return Optional.of(settled(about, notice, log.advance(entry.ref(), now.status(), detail)));
    }

    private Delivery settled(Entry about, SourceRef notice, Delivery entry) {
        outcome(about, entry);
        trail.forget(all, UNDERWAY, notice);
        return entry;
    }

    private NoticeOutcome outcome(Entry about, Delivery entry) {
        boolean failed =
                entry.status().equals(DeliveryStatus.FAILED) || entry.status().equals(DeliveryStatus.REJECTED);
        boolean cameBack = failed && String.valueOf(entry.detail()).startsWith(CAME_BACK);
        boolean told = !failed || cameBack;
        if (told) {
            trail.append(event(about, CaseEventType.NOTICE_SENT, entry).build());
        }
        if (failed) {
            trail.append(event(about, CaseEventType.DELIVERY_FAILED, cameBack ? BACK : "", entry)
                    .note(entry.detail())
                    .build());
        } else if (!UNSETTLED.contains(entry.status())) {
            trail.append(event(about, CaseEventType.DELIVERY_DELIVERED, entry).build());
        }
        return told ? new NoticeOutcome.Told(entry) : new NoticeOutcome.Unreachable(entry);
    }

    private CaseEvent.Builder event(Entry about, CaseEventType type, Delivery entry) {
        return event(about, type, "", entry);
    }

    private CaseEvent.Builder event(Entry about, CaseEventType type, String which, Delivery entry) {
        return trail.event(about.asset(), about.version(), type, about.key() + which, null)
                .step(about.partner())
                .outcome(entry.status().value())
                .related(entry.ref());
    }

    /** What an entry of the log is about, as it is noted with its notice. */
    private record Entry(String key, SourceRef asset, String version, String partner) {
        private static final String BETWEEN = "\n";

        String text() {
            return String.join(BETWEEN, asset.toString(), version, partner, key);
        }

        static Entry of(String text) {
            String[] parts = text.split(BETWEEN, 4);
            return new Entry(parts[3], SourceRef.parse(parts[0]), parts[1], parts[2]);
        }
    }
}
