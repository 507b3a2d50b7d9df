package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.FlowTrail;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a flow remembers between calls, and its part of the audit trail. Event ids name the happening, so that a
 * happening met again after a crash is kept once.
 */
final class FlowLedger {
    private final String flow;
    private final StateStore state;
    private final TimeSource time;
    private final FlowTrail trail;

    FlowLedger(String flow, StateStore state, TimeSource time) {
        this.flow = flow;
        this.state = state;
        this.time = time;
        this.trail = new FlowTrail(flow, state, time);
    }

    /** Notes that a version is under way and gives the ids of the older versions of the package. */
    List<String> enter(ContentPackage content) {
        return state.transact(memory -> {
            List<StateLink> versions = memory.linksFrom(content.ref(), flow + ".version");
            long own = order(versions, content).orElse((long) versions.size());
            if (own == versions.size()) {
                memory.putLink(new StateLink(
                        content.ref(), flow + ".version", content.versionRef(), own, content.version(), time.now()));
            }
            return versions.stream()
                    .filter(link -> link.version() < own)
                    .map(link -> link.to().id())
                    .toList();
        });
    }

    /** The newest version of the package, when it is a newer one. */
    Optional<String> newerThan(ContentPackage content) {
        return state.transact(memory -> {
            List<StateLink> versions = memory.linksFrom(content.ref(), flow + ".version");
            long own = order(versions, content).orElse(Long.MAX_VALUE);
            return versions.stream()
                    .filter(link -> link.version() > own)
                    .max(Comparator.comparingLong(StateLink::version))
                    .map(StateLink::fingerprint);
        });
    }

    private static Optional<Long> order(List<StateLink> versions, ContentPackage content) {
        return versions.stream()
                .filter(link -> link.to().equals(content.versionRef()))
                .map(StateLink::version)
                .findFirst();
    }

    /** Notes that all of the start is done. */
    void started(ContentPackage content, CaseRecord opened) {
        state.transact(memory -> {
            memory.putLink(new StateLink(
                    content.versionRef(), flow + ".started", opened.ref(), 1, content.version(), time.now()));
            return null;
        });
    }

    boolean isStarted(ContentPackage content) {
        return state.transact(memory ->
                !memory.linksFrom(content.versionRef(), flow + ".started").isEmpty());
    }

    /** Whether a case was first seen ended so long ago. By our own clock: the vendor's may differ, or say nothing. */
    boolean hasEndedFor(Duration patience, ContentPackage content, CaseRecord ended) {
        Instant now = time.now();
        return state.transact(memory -> {
            List<StateLink> seen = memory.linksFrom(content.versionRef(), flow + ".ended");
            if (seen.isEmpty()) {
                memory.putLink(
                        new StateLink(content.versionRef(), flow + ".ended", ended.ref(), 1, content.version(), now));
                return false;
            }
            return !now.isBefore(seen.get(0).updatedAt().plus(patience));
        });
    }

    void opened(ContentPackage content, CaseRecord opened) {
        trail.append(event(content, CaseEventType.CASE_OPENED, "", opened.openedAt())
                .caseRef(opened.ref())
                .caseKey(opened.key())
                .note(content.title())
                .build());
    }

    void decided(ContentPackage content, CaseRecord opened, Decisions decisions) {
        for (Approval approval : decisions.made()) {
            Decision decision = approval.decision();
            trail.append(event(
                            content,
                            CaseEventType.APPROVAL_DECIDED,
                            approval.ref().id(),
                            decision == null ? null : decision.decidedAt())
                    .caseRef(opened.ref())
                    .caseKey(opened.key())
                    .step(approval.stakeholder())
                    .actor(decision == null ? approval.assignee() : decision.decidedBy())
                    .outcome(approval.status().value())
                    .note(decision == null ? null : decision.note())
                    .related(approval.ref())
                    .build());
        }
    }

    void voided(ContentPackage by, CaseRecord older) {
        trail.append(event(by, CaseEventType.APPROVAL_VOIDED, older.ref().id(), null)
                .caseRef(older.ref())
                .caseKey(older.key())
                .note("superseded by version " + by.version())
                .build());
    }

    void published(ContentPackage content, Publication publication) {
        for (SourceRef asset : publication.assets()) {
            trail.append(event(content, CaseEventType.ASSET_PUBLISHED, asset.toString(), publication.at())
                    .outcome(publication.status().value())
                    .related(asset)
                    .build());
        }
    }

    PackageOutcome refused(ContentPackage content, List<String> reasons) {
        CaseEvent event = event(content, CaseEventType.FLOW_REFUSED, "", null)
                .outcome("refused")
                .note(String.join("; ", reasons))
                .build();
        state.transact(memory -> {
            memory.append(event);
            for (int i = 0; i < reasons.size(); i++) {
                memory.putLink(reason(content, i, reasons.get(i)));
            }
            return null;
        });
        return new PackageOutcome.Refused(reasons);
    }

    Optional<PackageOutcome> refusal(ContentPackage content) {
        List<StateLink> reasons = state.transact(memory -> memory.linksFrom(content.versionRef(), flow + ".refused"));
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new PackageOutcome.Refused(reasons.stream()
                        .sorted(Comparator.comparingLong(StateLink::version))
                        .map(link -> Objects.requireNonNull(link.fingerprint()))
                        .toList()));
    }

    private StateLink reason(ContentPackage content, int number, String reason) {
        SourceRef to = SourceRef.of("reason", content.versionRef().id() + "#" + number);
        return new StateLink(content.versionRef(), flow + ".refused", to, number, reason, time.now());
    }

    private CaseEvent.Builder event(ContentPackage content, CaseEventType type, String which, @Nullable Instant at) {
        return trail.event(content.ref(), content.version(), type, which, at);
    }
}
