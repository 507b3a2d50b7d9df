package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.Actor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a task is completed.
 *
 * @param outcome one of the values of {@link CaseDesk#outcomes}
 * @param note why, kept as a comment
 * @param actor who decides; taken as the assignee where nobody has claimed the task
 * @param attributes plain values to store with the case; may be empty; never a secret
 */
public record TaskResult(
        String outcome, @Nullable String note, @Nullable Actor actor, Map<String, Object> attributes) {

    /**
     * Makes the value; collections are copied.
     *
     * @param outcome one of the values of {@link CaseDesk#outcomes}
     * @param note why, kept as a comment
     * @param actor who decides; taken as the assignee where nobody has claimed the task
     * @param attributes plain values to store with the case; may be empty; never a secret
     * @throws IllegalArgumentException when {@code outcome} is blank
     */
    public TaskResult {
        if (outcome.isBlank()) {
            throw new IllegalArgumentException("outcome must not be blank");
        }
        attributes = Attributes.copy(attributes);
    }

    /**
     * A result without further values.
     *
     * @param outcome one of the values of {@link CaseDesk#outcomes}
     * @param note why, or null
     * @param actor who decides, or null
     * @return the result
     */
    public static TaskResult of(String outcome, @Nullable String note, @Nullable Actor actor) {
        return new TaskResult(outcome, note, actor, Map.of());
    }
}
