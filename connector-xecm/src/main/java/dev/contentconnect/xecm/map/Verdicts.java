package dev.contentconnect.xecm.map;

import dev.contentconnect.core.model.DecisionOutcome;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What the ends of workflows mean. A verdict is no field: the author of a map names its dispositions as they like.
 *
 * @param outcomes outcomes by label, labels in lower case
 * @param approvedWhenCompleted whether a workflow that was completed without a disposition counts as approved
 */
public record Verdicts(Map<String, String> outcomes, boolean approvedWhenCompleted) {

    /**
     * Makes the table; the map is copied.
     *
     * @param outcomes outcomes by label, labels in lower case
     * @param approvedWhenCompleted whether a workflow that was completed without a disposition counts as approved
     */
    public Verdicts {
        outcomes = Map.copyOf(outcomes);
    }

    /**
     * What a label means.
     *
     * @param label as the author of the map wrote it; not blank
     * @return the outcome of the table, or the label as a word of its own, which is none that approves
     */
    public DecisionOutcome outcome(String label) {
        String lower = label.strip().toLowerCase(Locale.ROOT);
        String known = outcomes.get(lower);
        if (known != null) {
            return DecisionOutcome.of(known);
        }
        String own = AttributeKeys.canonical(label);
        // A word that is not in the table must not pass for one of ours.
        return DecisionOutcome.of(isOurs(own) ? "label_" + own : own);
    }

    private static boolean isOurs(String word) {
        return Objects.equals(word, DecisionOutcome.APPROVED.value())
                || Objects.equals(word, DecisionOutcome.APPROVED_WITH_CONDITIONS.value());
    }
}
