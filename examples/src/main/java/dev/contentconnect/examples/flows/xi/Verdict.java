package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of all reviewers come to: one no is a no, and what cannot be read is no yes.
 *
 * @param answers one approval a reviewer
 */
record Verdict(List<Approval> answers) {
    /** Reviewers who have yet to answer. */
    List<String> open() {
        return answers.stream().filter(Verdict::isOpen).map(Verdict::reviewer).toList();
    }

    /** A word of the system's own, such as one for a review that is suspended, is no answer; unknown is the end of one. */
    private static boolean isOpen(Approval answer) {
        ApprovalStatus status = answer.status();
        return answer.decision() == null && !status.isFinal() && !status.equals(ApprovalStatus.UNKNOWN);
    }

    /** Why it is not approved; empty when everybody said yes. */
    List<String> objections() {
        return answers.stream()
                .filter(one -> !one.status().equals(ApprovalStatus.APPROVED))
                .map(Verdict::objection)
                .toList();
    }

    private static String reviewer(Approval answer) {
        return Objects.requireNonNullElse(answer.stakeholder(), "the reviewer");
    }

    private static String objection(Approval answer) {
        if (answer.status().equals(ApprovalStatus.CANCELLED)) {
            return "the review of " + reviewer(answer) + " was stopped";
        }
        Decision decision = answer.decision();
        if (decision == null) {
            return "the review of " + reviewer(answer) + " ended without an answer that can be read";
        }
        String note = decision.note();
        return reviewer(answer) + " said " + decision.outcome() + (note == null ? "" : ": " + note);
    }

    DecisionOutcome outcome() {
        return objections().isEmpty() ? DecisionOutcome.APPROVED : DecisionOutcome.REJECTED;
    }

    Decision decision() {
        String note = objections().isEmpty()
                ? "by "
                        + String.join(
                                ", ", answers.stream().map(Verdict::reviewer).toList())
                : String.join("; ", objections());
        return Decision.of(outcome(), note);
    }

    private Stream<Decision> decisions() {
        return answers.stream().map(Approval::decision).filter(Objects::nonNull);
    }

    /** When the last of them was made; null when none says. */
    @Nullable Instant decidedAt() {
        return decisions()
                .map(Decision::decidedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** The record of it, as fields of the library. */
    Map<String, List<String>> record(ApprovalFields fields, @Nullable String readyVersion) {
        Map<String, List<String>> out = new LinkedHashMap<>();
        out.put(fields.verdict(), List.of(outcome().value()));
        out.put(
                fields.record(),
                answers.stream().map(one -> one.ref().toString()).toList());
        out.put(
                fields.decidedBy(),
                decisions()
                        .map(Decision::decidedBy)
                        .filter(Objects::nonNull)
                        .map(Actor::id)
                        .distinct()
                        .toList());
        Instant at = decidedAt();
        out.put(fields.decidedAt(), at == null ? List.of() : List.of(at.toString()));
        out.put(fields.publishReady(), readyVersion == null ? List.of() : List.of(readyVersion));
        return out;
    }
}
