package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateTransaction;
import dev.contentconnect.core.state.StateView;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.DeliveryReading;
import dev.contentconnect.examples.flows.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files what happened under the asset and the partner it concerns. An acknowledgement may name no asset; then all those of its
 * process count, also when they become known later: it stands under the process, nothing that was recorded is touched, and a
 * further entry for each asset says that the process belongs to it.
 */
final class AuditFiling {
    private static final String FLOW = DistributionAudit.FLOW;
    private static final String FILED = FLOW + ".filed";
    private static final String ORPHAN = FLOW + ".orphan";

    private final String library;
    private final Parties parties;
    private final TimeSource time;

    AuditFiling(String library, Parties parties, TimeSource time) {
        this.library = library;
        this.parties = parties;
        this.time = time;
    }

    /** What a process, or an entry of a log, is about. */
    record Place(SourceRef asset, @Nullable String partner) {}

    /** The assets that something else than an asset stands for. */
    static List<Place> places(StateView memory, SourceRef of) {
        return memory.linksFrom(of, FILED).stream()
                .map(link -> new Place(link.to(), link.fingerprint()))
                .toList();
    }

    private void note(StateTransaction memory, SourceRef of, SourceRef asset, @Nullable String partner) {
        if (memory.link(of, FILED, asset).isEmpty()) {
            memory.putLink(new StateLink(of, FILED, asset, 1, partner, time.now()));
        }
    }

    /** What the library's feed tells: about an asset, or about an entry of its log. */
    void ofLibrary(CaseEvent event, StateTransaction memory) {
        SourceRef subject = event.subject();
        List<Place> places = subject == null ? List.of() : places(memory, subject);
        if (places.isEmpty()) {
            append(memory, event, subject, null, "");
        } else {
            append(memory, event, places);
        }
    }

    /** What the log of the library says about a delivery now; one that names no asset stands for itself. */
    void ofDelivery(Delivery delivery, StateTransaction memory) {
        Instant at = delivery.at() == null ? time.now() : delivery.at();
        CaseEventType type = DeliveryReading.type(delivery.status()).orElse(CaseEventType.STATUS_CHANGED);
        boolean names = !delivery.assets().isEmpty();
        for (SourceRef asset : names ? delivery.assets() : List.of(delivery.ref())) {
            if (names) {
                note(memory, delivery.ref(), asset, delivery.recipient());
            }
            // A status that is reached again after a failure is another happening: its time tells.
            memory.append(CaseEvent.builder(
                            FLOW,
                            type,
                            delivery.ref() + "/" + delivery.status() + "@" + delivery.at() + "/" + asset,
                            at)
                    .caseKey(delivery.key())
                    .subject(asset)
                    .subjectVersion(delivery.version())
                    .step(delivery.recipient())
                    .outcome(delivery.status().value())
                    .note(delivery.detail())
                    .related(delivery.ref())
                    .extensions(delivery.extensions())
                    .build());
        }
    }

    /** What the network's feed tells: about an asset that a document names, or about a document of the same process. */
    void ofNetwork(CaseEvent event, StateTransaction memory) {
        SourceRef subject = event.subject();
        SourceRef process = event.caseRef();
        String partner = parties.partner(event).orElse(null);
        if (subject != null && subject.system().equals(library)) {
            append(memory, event, subject, partner, "");
            if (process != null) {
                note(memory, process, subject, partner);
                adopt(memory, event, process, subject, partner);
            }
            return;
        }
        // Under its process, whatever that has named so far: another of its documents may name another asset.
        List<Place> places = process == null ? List.of() : places(memory, process);
        String who = partner != null
                ? partner
                : places.isEmpty() ? null : places.get(0).partner();
        boolean isNew = append(memory, event, process == null ? subject : process, who, "");
        if (isNew && process != null) {
            memory.putLink(new StateLink(process, ORPHAN, process, 1, null, time.now()));
            places.forEach(place -> adopt(memory, event, process, place.asset(), place.partner()));
        }
    }

    /** What was recorded before anybody knew the asset comes again under the same id, and is left where it is. */
    private static void append(StateTransaction memory, CaseEvent event, List<Place> places) {
        String further = "";
        for (Place place : places) {
            if (!append(memory, event, place.asset(), place.partner(), further)) {
                return;
            }
            further = "/further";
        }
    }

    private static void adopt(
            StateTransaction memory, CaseEvent event, SourceRef process, SourceRef asset, @Nullable String partner) {
        if (memory.link(process, ORPHAN, process).isPresent()) {
            memory.append(CaseEvent.builder(
                            FLOW, CaseEventType.ASSET_LINKED, "linked/" + process + "/" + asset, event.occurredAt())
                    .caseRef(process)
                    .subject(asset)
                    .step(partner)
                    .related(process)
                    .note("what was recorded about " + process + " belongs to this asset")
                    .build());
        }
    }

    /** What was said in the network, as the host read it. */
    void ofRemark(CaseEvent remark, StateTransaction memory) {
        append(memory, remark, remark.subject(), remark.step(), "");
    }

    /** What could not be read is part of the trail: otherwise nobody knew that something is missing. */
    void ofIssue(String system, MappingIssue issue, StateTransaction memory) {
        String item = issue.item() == null ? "" : issue.item();
        memory.append(CaseEvent.builder(
                        FLOW,
                        CaseEventType.FLOW_FAILED,
                        "issue/" + Fingerprint.of(system, item, issue.path(), issue.problem()),
                        time.now())
                .note(system + " told of something that cannot be read: " + issue.path() + " " + issue.problem()
                        + (item.isEmpty() ? "" : " (" + item + ")"))
                .build());
    }

    /** The same happening comes again with the same time; the same words at another time are another happening. */
    private static boolean append(
            StateTransaction memory,
            CaseEvent event,
            @Nullable SourceRef subject,
            @Nullable String partner,
            String further) {
        String id = event.source() + "/" + event.id() + "@" + event.occurredAt()
                + (further.isEmpty() ? "" : further + "/" + subject);
        CaseEvent.Builder copy = CaseEvent.builder(FLOW, event.type(), id, event.occurredAt())
                .caseRef(event.caseRef())
                .caseKey(event.caseKey())
                .subject(subject)
                .subjectVersion(event.subjectVersion())
                .step(partner)
                .actor(event.actor())
                .outcome(event.outcome())
                .note(event.note())
                .related(event.related())
                .extensions(event.extensions());
        if (event.step() != null && !event.step().equals(partner)) {
            copy.extensions(event.extensions().with(FLOW, Map.of("step", event.step())));
        }
        return memory.append(copy.build());
    }
}
