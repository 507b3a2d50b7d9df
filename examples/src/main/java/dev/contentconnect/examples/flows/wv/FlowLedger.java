package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.StateView;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.Decisions;
import dev.contentconnect.examples.flows.FlowTrail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    /** Notes that a version is under way and gives the older versions of the package. */
    List<StateLink> enter(ContentPackage content) {
        return state.transact(memory -> {
            List<StateLink> versions = memory.linksFrom(content.ref(), flow + ".version");
            long own = order(versions, content).orElse((long) versions.size());
            if (own == versions.size()) {
                memory.putLink(new StateLink(
                        content.ref(), flow + ".version", content.versionRef(), own, content.version(), time.now()));
            }
            return versions.stream().filter(link -> link.version() < own).toList();
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
        trail.append(event(content, CaseEventType.CASE_OPENED, opened, "", opened.openedAt())
                .step(opened.type())
                .note(content.title())
                .build());
    }

    /** Who was asked, what they said, and the end of the case, as far as can be read. */
    void decided(ContentPackage content, CaseRecord opened, Decisions decisions) {
        List<CaseEvent> events = new ArrayList<>();
        for (Approval approval : decisions.asked()) {
            if (approval.requestedAt() != null) {
                events.add(event(content, CaseEventType.APPROVAL_REQUESTED, opened, approval, approval.requestedAt())
                        .build());
            }
            // What was taken back was not answered, and ends with its case.
            if (approval.status().isFinal() && !approval.status().equals(ApprovalStatus.CANCELLED)) {
                events.add(answer(content, opened, approval));
            }
        }
        if (opened.status().isFinal()) {
            events.add(end(content, opened).outcome(opened.outcome()).build());
        }
        trail.append(events);
    }

    private CaseEvent answer(ContentPackage content, CaseRecord opened, Approval approval) {
        Decision decision = approval.decision();
        Instant at = decision == null ? null : decision.decidedAt();
        return event(content, CaseEventType.APPROVAL_DECIDED, opened, approval, at)
                .actor(decision == null ? approval.assignee() : decision.decidedBy())
                .outcome(approval.status().value())
                .note(decision == null ? null : decision.note())
                .build();
    }

    private CaseEvent.Builder end(ContentPackage content, CaseRecord ended) {
        CaseEventType type = ended.status().equals(CaseStatus.CANCELLED)
                ? CaseEventType.CASE_CANCELLED
                : CaseEventType.CASE_RESOLVED;
        return event(content, type, ended, ended.ref().id(), ended.closedAt());
    }

    /** The case of an older version was cancelled, and what was said in it does not count. */
    void superseded(ContentPackage by, CaseRecord older) {
        String reason = "superseded by version " + by.version();
        String which = older.ref().id();
        trail.append(List.of(
                event(by, CaseEventType.APPROVAL_VOIDED, older, which, null)
                        .note(reason)
                        .build(),
                event(by, CaseEventType.CASE_CANCELLED, older, which, null)
                        .note(reason)
                        .build()));
    }

    /** Notes, too, that it came out: whatever people do with it later is theirs. */
    void published(ContentPackage content, Publication publication) {
        published(content.ref(), content.versionRef(), content.version(), publication);
    }

    /** The same of an older version, as {@link #enter} gave it. */
    void published(StateLink older, Publication publication) {
        published(older.from(), older.to(), Objects.requireNonNull(older.fingerprint()), publication);
    }

    private void published(SourceRef about, SourceRef versionRef, String version, Publication publication) {
        state.transact(memory -> {
            Instant at = afterDecisions(memory, publication);
            for (SourceRef asset : publication.assets()) {
                memory.append(trail.event(about, version, CaseEventType.ASSET_PUBLISHED, asset.toString(), at)
                        .caseKey(publication.key())
                        .outcome(publication.status().value())
                        .related(asset)
                        .build());
            }
            memory.putLink(new StateLink(versionRef, flow + ".published", publication.ref(), 1, version, time.now()));
            return null;
        });
    }

    /** Systems have clocks of their own, some in whole seconds: what this flow publishes was decided before. */
    private @Nullable Instant afterDecisions(StateView memory, Publication publication) {
        Instant[] latest = {publication.at()};
        if (publication.key() != null && publication.at() != null) {
            memory.trail(TrailQuery.ALL.by(flow).ofCase(publication.key()), entry -> {
                CaseEvent event = entry.event();
                if (event.type().equals(CaseEventType.APPROVAL_DECIDED)
                        && event.occurredAt().isAfter(latest[0])) {
                    latest[0] = event.occurredAt();
                }
            });
        }
        return latest[0];
    }

    boolean isPublished(SourceRef versionRef) {
        return state.read(
                memory -> !memory.linksFrom(versionRef, flow + ".published").isEmpty());
    }

    /** The target system does not take what was approved; told once for each reason. */
    void failed(ContentPackage content, String key, ConnectorException e) {
        String code = e.error().trace().vendorCode();
        trail.append(event(content, CaseEventType.FLOW_FAILED, code == null ? "" : code, null)
                .caseKey(key)
                .outcome("rejected")
                .note(e.getMessage())
                .build());
    }

    PackageOutcome refused(ContentPackage content, String key, List<String> reasons) {
        CaseEvent event = event(content, CaseEventType.FLOW_REFUSED, "", null)
                .caseKey(key)
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

    private CaseEvent.Builder event(
            ContentPackage content, CaseEventType type, CaseRecord ofCase, Approval approval, @Nullable Instant at) {
        return event(content, type, ofCase, approval.ref().id(), at)
                .step(approval.stakeholder())
                .related(approval.ref());
    }

    private CaseEvent.Builder event(
            ContentPackage content, CaseEventType type, CaseRecord ofCase, String which, @Nullable Instant at) {
        return event(content, type, which, at).caseRef(ofCase.ref()).caseKey(ofCase.key());
    }

    private CaseEvent.Builder event(ContentPackage content, CaseEventType type, String which, @Nullable Instant at) {
        return trail.event(content.ref(), content.version(), type, which, at);
    }
}
