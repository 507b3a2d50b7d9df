package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.FlowTrail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One round of reviews as a case of the audit trail, so that a governance report can be made of it. Told from its beginning
 * each time; what was told before is kept once.
 *
 * @param trail where to
 * @param round the round; its key makes one case of its events
 */
record ReviewTelling(FlowTrail trail, ReviewRounds.Round round) {

    /** That it began, who was asked, and what they said so far. */
    void progress(String title, List<Approval> asked) {
        List<CaseEvent> events = new ArrayList<>();
        asked.stream()
                .findFirst()
                .ifPresent(first -> events.add(event(CaseEventType.CASE_OPENED, null, first.requestedAt())
                        .note(title)
                        .build()));
        for (Approval one : asked) {
            events.add(event(CaseEventType.APPROVAL_REQUESTED, one.ref(), one.requestedAt())
                    .step(one.stakeholder())
                    .build());
            Decision decision = one.decision();
            if (decision != null) {
                events.add(event(CaseEventType.APPROVAL_DECIDED, one.ref(), decision.decidedAt())
                        .step(one.stakeholder())
                        .actor(decision.decidedBy())
                        .outcome(decision.outcome().value())
                        .note(decision.note())
                        .build());
            } else if (one.status().equals(ApprovalStatus.CANCELLED)) {
                events.add(event(CaseEventType.APPROVAL_VOIDED, one.ref(), null)
                        .step(one.stakeholder())
                        .build());
            }
        }
        trail.append(events);
    }

    void resolved(String outcome, @Nullable String note) {
        trail.append(event(CaseEventType.CASE_RESOLVED, null, null)
                .outcome(outcome)
                .note(note)
                .build());
    }

    void cancelled(String reason) {
        trail.append(
                event(CaseEventType.CASE_CANCELLED, null, null).note(reason).build());
    }

    private CaseEvent.Builder event(CaseEventType type, @Nullable SourceRef which, @Nullable Instant at) {
        String attempt = round.attempt() == 0 ? "" : "#" + (round.attempt() + 1);
        return trail.event(round.thing(), round.version(), type, which == null ? attempt : which.id(), at)
                .caseKey(round.key())
                .related(which);
    }
}
