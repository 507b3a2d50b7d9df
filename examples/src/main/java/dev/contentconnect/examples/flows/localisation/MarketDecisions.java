package dev.contentconnect.examples.flows.localisation;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.examples.flows.CaseProgress;
import dev.contentconnect.examples.flows.Decisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came out of the case of one market. */
final class MarketDecisions {
    private static final String BLOCKED = "blocked";

    private MarketDecisions() {}

    /**
     * Why the market gets no version; empty when everybody said yes. Who comes after a no is not asked any more.
     *
     * @throws IllegalStateException when nobody said no and a yes cannot be read
     */
    static List<String> objections(MarketPlan plan, CaseProgress ended) {
        if (ended.record().status().equals(CaseStatus.CANCELLED)) {
            return List.of("the case was cancelled");
        }
        List<String> objections = new ArrayList<>();
        ended.tasks().stream()
                .filter(task -> BLOCKED.equals(task.outcome()))
                .map(CaseTask::step)
                .forEach(step -> objections.add(step + " said " + BLOCKED));
        boolean unread = false;
        for (String stakeholder : plan.stakeholders()) {
            Optional<Approval> last = last(stakeholder, ended);
            unread |= last.isEmpty();
            last.filter(one -> !one.status().equals(ApprovalStatus.APPROVED))
                    .ifPresent(one -> objections.add(Decisions.objection(one)));
        }
        if (objections.isEmpty() && unread) {
            throw new IllegalStateException("the case " + ended.record().key() + " has ended and a decision of "
                    + plan.stakeholders() + " cannot be read yet");
        }
        return objections;
    }

    /** The last word counts: a request for changes is followed by another question. */
    private static Optional<Approval> last(String stakeholder, CaseProgress ended) {
        return ended.approvals().stream()
                .filter(one ->
                        stakeholder.equals(one.stakeholder()) && one.status().isFinal())
                .reduce((earlier, later) -> later);
    }
}
