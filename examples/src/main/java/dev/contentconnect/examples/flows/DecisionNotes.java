package dev.contentconnect.examples.flows;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Brings what deciders say to where the makers work, as they say it: a comment for each decision, in the order in which they
 * were made, under {@code {case key}:{approval}}.
 *
 * @param thread where the makers read
 */
public record DecisionNotes(CommentThread thread) {

    /**
     * Tells what was decided so far.
     *
     * @param where what the makers look at
     * @param asked the case
     * @throws dev.contentconnect.core.error.ConnectorException as {@code CommentThread.add}
     */
    public void tell(SourceRef where, VersionCases.Asked asked) {
        List<Approval> decided = asked.progress().approvals().stream()
                .filter(one -> one.decision() != null)
                .sorted(Comparator.comparing(DecisionNotes::at))
                .toList();
        for (Approval one : decided) {
            Decision decision = one.decision();
            thread.add(
                    where,
                    new CommentDraft(
                            asked.key() + ":" + one.ref().id(),
                            Decisions.objection(one),
                            decision == null ? null : decision.decidedBy(),
                            null));
        }
    }

    private static Instant at(Approval approval) {
        Decision decision = approval.decision();
        Instant at = decision == null ? null : decision.decidedAt();
        return at == null ? Instant.MAX : at;
    }
}
