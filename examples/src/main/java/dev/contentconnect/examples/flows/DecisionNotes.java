package dev.contentconnect.examples.flows;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

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
        tell(where, asked, UnaryOperator.identity());
    }

    /**
     * Tells what was decided so far, in other words.
     *
     * @param where what the makers look at
     * @param asked the case
     * @param wording is given each of them in words for people, and says what to write; the same for the same
     * @throws dev.contentconnect.core.error.ConnectorException as {@code CommentThread.add}
     */
    public void tell(SourceRef where, VersionCases.Asked asked, UnaryOperator<String> wording) {
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
                            wording.apply(Decisions.objection(one)),
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
