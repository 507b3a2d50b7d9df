package dev.contentconnect.workflow.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is changed on a task; what is null stays.
 *
 * @param name what people see
 * @param description what to do
 * @param dueDate when it is due
 * @param priority how urgent
 * @param owner whose it is
 * @param assignee who has it
 * @param category a word of the model
 * @param assignments whose it may be
 */
public record WireTaskChange(
        @Nullable String name,
        @Nullable String description,
        @Nullable String dueDate,
        @Nullable Integer priority,
        @Nullable String owner,
        @Nullable String assignee,
        @Nullable String category,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WireAssignment> assignments) {
    /**
     * Makes the value; lists may be missing.
     *
     * @param name what people see
     * @param description what to do
     * @param dueDate when it is due
     * @param priority how urgent
     * @param owner whose it is
     * @param assignee who has it
     * @param category a word of the model
     * @param assignments whose it may be
     */
    public WireTaskChange {
        assignments = Lenient.list(assignments);
    }

    /**
     * Changes how urgent a task is and who has it; null leaves a part as it is.
     *
     * @param priority how urgent
     * @param dueDate when it is due
     * @param assignee who has it
     * @return the value
     */
    public static WireTaskChange urgency(
            @Nullable Integer priority, @Nullable String dueDate, @Nullable String assignee) {
        return new WireTaskChange(null, null, dueDate, priority, null, assignee, null, List.of());
    }
}
