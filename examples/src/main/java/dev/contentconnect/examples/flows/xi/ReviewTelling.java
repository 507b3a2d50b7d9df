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
    private static final String ANSWER = "answer";
    private static final String END = "end ";

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
        }
        trail.append(events);
        asked.forEach(this::answer);
    }

    /** People may take a decision back, and come to another one: each is told. */
    private void answer(Approval one) {
        Decision decision = one.decision();
        boolean stopped = one.status().equals(ApprovalStatus.CANCELLED);
        String state = decision != null ? decision.outcome().value() : stopped ? "stopped" : "";
        new Turns(trail)
                .told(
                        one.ref(),
                        ANSWER,
                        round.ref(),
                        state,
                        turn -> decision == null
                                ? event(CaseEventType.APPROVAL_VOIDED, one.ref(), turn, null)
                                        .step(one.stakeholder())
                                        .build()
                                : event(CaseEventType.APPROVAL_DECIDED, one.ref(), turn, decision.decidedAt())
                                        .step(one.stakeholder())
                                        .actor(decision.decidedBy())
                                        .outcome(decision.outcome().value())
                                        .note(decision.note())
                                        .build());
    }

    void resolved(String outcome, @Nullable String note) {
        new Turns(trail)
                .told(
                        round.ref(),
                        END + round.attempt(),
                        round.thing(),
                        outcome,
                        turn -> event(CaseEventType.CASE_RESOLVED, null, turn, null)
                                .outcome(outcome)
                                .note(note)
                                .build());
    }

    /** What had its result is open again; another result is told, the same one too. */
    void reopened() {
        new Turns(trail).silent(round.ref(), END + round.attempt(), round.thing(), "open");
    }

    void cancelled(String reason) {
        trail.append(
                event(CaseEventType.CASE_CANCELLED, null, null).note(reason).build());
    }

    private CaseEvent.Builder event(CaseEventType type, @Nullable SourceRef which, @Nullable Instant at) {
        return event(type, which, "", at);
    }

    private CaseEvent.Builder event(CaseEventType type, @Nullable SourceRef which, String turn, @Nullable Instant at) {
        String attempt = round.attempt() == 0 ? "" : "#" + (round.attempt() + 1);
        return trail.event(round.thing(), round.version(), type, (which == null ? attempt : which.id()) + turn, at)
                .caseKey(round.key())
                .related(which);
    }
}
