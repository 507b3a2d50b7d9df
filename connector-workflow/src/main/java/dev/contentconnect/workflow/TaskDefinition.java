package dev.contentconnect.workflow;

import dev.contentconnect.core.model.TaskOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a process model says about one of its tasks.
 *
 * @param key its id in the model
 * @param outcomeVariable the variable that keeps the outcome, or null
 * @param outcomes the possible outcomes; empty when the model names none
 */
record TaskDefinition(String key, @Nullable String outcomeVariable, List<TaskOutcome> outcomes) {
    TaskDefinition {
        outcomes = List.copyOf(outcomes);
    }

    /** Whether the task can end with this word; any word will do where the model names none. */
    boolean allows(@Nullable String outcome) {
        return outcomes.isEmpty()
                || outcomes.stream().anyMatch(one -> one.value().equals(outcome));
    }

    /** Reads {@code Label:value,Label:value}; the value is what gateways test. A part without a colon is both. */
    static List<TaskOutcome> parse(@Nullable String text) {
        List<TaskOutcome> out = new ArrayList<>();
        if (text == null) {
            return out;
        }
        for (String part : text.split(",", -1)) {
            int colon = part.lastIndexOf(':');
            String label = (colon < 0 ? part : part.substring(0, colon)).strip();
            String value = (colon < 0 ? part : part.substring(colon + 1)).strip();
            if (!value.isEmpty()) {
                out.add(new TaskOutcome(value, label.isEmpty() ? value : label));
            }
        }
        return out;
    }
}
