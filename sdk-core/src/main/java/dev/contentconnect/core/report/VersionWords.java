package dev.contentconnect.core.report;

import dev.contentconnect.core.model.DecisionOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What stakeholders said about one version of an object. */
final class VersionWords {
    private static final int MOST_STAKEHOLDERS = 100;
    private static final int MOST_PENDING = 100;
    private static final Set<String> YES =
            Set.of(DecisionOutcome.APPROVED.value(), DecisionOutcome.APPROVED_WITH_CONDITIONS.value());
    private static final Set<String> NO = Set.of(
            DecisionOutcome.REJECTED.value(),
            DecisionOutcome.CHANGES_REQUESTED.value(),
            DecisionOutcome.EXPIRED.value());

    private final Map<String, Word> byStakeholder = new LinkedHashMap<>();

    /** The last word of a stakeholder, and the approvals that are still to be answered. */
    static final class Word {
        final Set<String> pending = new HashSet<>();

        @Nullable String outcome;

        @Nullable String caseId;

        boolean voided;

        boolean counts() {
            return outcome != null && !voided && YES.contains(outcome);
        }
    }

    Word of(String stakeholder) {
        String name = byStakeholder.containsKey(stakeholder) || byStakeholder.size() < MOST_STAKEHOLDERS
                ? stakeholder
                : Groups.OTHER;
        return byStakeholder.computeIfAbsent(name, any -> new Word());
    }

    @Nullable Word known(String stakeholder) {
        return byStakeholder.get(stakeholder);
    }

    void asked(String stakeholder, String item) {
        Word word = of(stakeholder);
        if (word.pending.size() < MOST_PENDING) {
            word.pending.add(item);
        }
    }

    /** Voids what was said in a case of these ids, or everything; gives the stakeholders whose answer stopped counting. */
    List<String> voidAll(@Nullable Set<String> ids) {
        List<String> names = new ArrayList<>();
        byStakeholder.forEach((name, word) -> {
            if (ids == null || (word.caseId != null && ids.contains(word.caseId))) {
                word.pending.clear();
                if (word.outcome != null && !word.voided) {
                    word.voided = true;
                    names.add(name);
                }
            }
        });
        return names;
    }

    boolean hasYes() {
        return byStakeholder.values().stream().anyMatch(Word::counts);
    }

    /** Why a publication now is not valid; null when it is. */
    Violation.@Nullable Reason refusal() {
        if (!whose(Violation.Reason.REJECTED).isEmpty()) {
            return Violation.Reason.REJECTED;
        }
        if (!whose(Violation.Reason.VOIDED).isEmpty()) {
            return Violation.Reason.VOIDED;
        }
        if (!whose(Violation.Reason.PENDING).isEmpty()) {
            return Violation.Reason.PENDING;
        }
        if (!whose(Violation.Reason.UNCLEAR).isEmpty()) {
            return Violation.Reason.UNCLEAR;
        }
        return hasYes() ? null : Violation.Reason.NO_APPROVAL;
    }

    /** The stakeholders to whom a reason applies. */
    List<String> whose(Violation.Reason reason) {
        Predicate<Word> applies = switch (reason) {
            case REJECTED -> word -> !word.voided && word.outcome != null && NO.contains(word.outcome);
            case VOIDED -> word -> word.voided;
            case PENDING -> word -> !word.pending.isEmpty();
            case UNCLEAR ->
                word -> !word.voided
                        && word.outcome != null
                        && !NO.contains(word.outcome)
                        && !YES.contains(word.outcome);
            default -> word -> false;
        };
        return byStakeholder.entrySet().stream()
                .filter(entry -> applies.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
