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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of all reviewers come to: one no is a no, and what cannot be read is no yes.
 *
 * @param answers one approval a reviewer
 */
record Verdict(List<Approval> answers) {
    private static final Set<ApprovalStatus> OPEN =
            Set.of(ApprovalStatus.PENDING, ApprovalStatus.IN_REVIEW, ApprovalStatus.DELEGATED);

    /** Reviewers who have yet to answer. */
    List<String> open() {
        return answers.stream()
                .filter(one -> OPEN.contains(one.status()))
                .map(Verdict::reviewer)
                .toList();
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

    /** The record of it, as fields of the library. */
    Map<String, List<String>> record(ApprovalFields fields, @Nullable String readyVersion) {
        List<Decision> made = answers.stream()
                .map(Approval::decision)
                .filter(Objects::nonNull)
                .toList();
        Map<String, List<String>> out = new LinkedHashMap<>();
        out.put(fields.verdict(), List.of(outcome().value()));
        out.put(
                fields.record(),
                answers.stream().map(one -> one.ref().toString()).toList());
        out.put(
                fields.decidedBy(),
                made.stream()
                        .map(Decision::decidedBy)
                        .filter(Objects::nonNull)
                        .map(Actor::id)
                        .distinct()
                        .toList());
        out.put(
                fields.decidedAt(),
                made.stream()
                        .map(Decision::decidedAt)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .map(at -> List.of(at.toString()))
                        .orElse(List.of()));
        out.put(fields.publishReady(), readyVersion == null ? List.of() : List.of(readyVersion));
        return out;
    }
}
