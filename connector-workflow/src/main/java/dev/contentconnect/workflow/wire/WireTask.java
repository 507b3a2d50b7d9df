package dev.contentconnect.workflow.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task as the service sends it, open or from the history. Times are text: a date that cannot be read
 * is the problem of one task, not of the page.
 *
 * @param id its id
 * @param name what people see
 * @param description what to do
 * @param assignee who has it, an e-mail address
 * @param owner whose it is when delegated
 * @param delegationState {@code pending} or {@code resolved}
 * @param priority 50 unless set
 * @param dueDate when it is due
 * @param createTime when it was made
 * @param claimTime when it was taken
 * @param category a word of the model
 * @param formKey its form
 * @param parentTaskId the task above
 * @param processInstanceId the instance it belongs to, which may be a called one
 * @param executionId where the instance stands
 * @param suspended whether it is on hold
 * @param taskDefinitionKey its id in the model; not always sent
 * @param processDefinitionId the version of the model; not always sent
 * @param startTime history: when it was made
 * @param endTime history: when it ended
 * @param deleteReason history: why it was taken away
 * @param assignments whose it may be
 * @param comments what was said
 * @param variables values, when asked for
 * @param rest members this SDK does not know
 */
public record WireTask(
        @Nullable String id,
        @Nullable String name,
        @Nullable String description,
        @Nullable String assignee,
        @Nullable String owner,
        @Nullable String delegationState,
        @Nullable Integer priority,
        @Nullable String dueDate,
        @Nullable String createTime,
        @Nullable String claimTime,
        @Nullable String category,
        @Nullable String formKey,
        @Nullable String parentTaskId,
        @Nullable String processInstanceId,
        @Nullable String executionId,
        @Nullable Boolean suspended,
        @Nullable String taskDefinitionKey,
        @Nullable String processDefinitionId,
        @Nullable String startTime,
        @Nullable String endTime,
        @Nullable String deleteReason,
        List<WireAssignment> assignments,
        List<WireComment> comments,
        List<WireVariable> variables,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; lists may be missing.
     *
     * @param id its id
     * @param name what people see
     * @param description what to do
     * @param assignee who has it, an e-mail address
     * @param owner whose it is when delegated
     * @param delegationState {@code pending} or {@code resolved}
     * @param priority 50 unless set
     * @param dueDate when it is due
     * @param createTime when it was made
     * @param claimTime when it was taken
     * @param category a word of the model
     * @param formKey its form
     * @param parentTaskId the task above
     * @param processInstanceId the instance it belongs to, which may be a called one
     * @param executionId where the instance stands
     * @param suspended whether it is on hold
     * @param taskDefinitionKey its id in the model; not always sent
     * @param processDefinitionId the version of the model; not always sent
     * @param startTime history: when it was made
     * @param endTime history: when it ended
     * @param deleteReason history: why it was taken away
     * @param assignments whose it may be
     * @param comments what was said
     * @param variables values, when asked for
     * @param rest members this SDK does not know
     */
    public WireTask {
        assignments = Lenient.list(assignments);
        comments = Lenient.list(comments);
        variables = Lenient.list(variables);
        rest = Lenient.members(rest);
    }

    /**
     * The same task with its id in the model.
     *
     * @param value the id, or null
     * @return a copy
     */
    public WireTask withTaskDefinitionKey(@Nullable String value) {
        return new WireTask(
                id,
                name,
                description,
                assignee,
                owner,
                delegationState,
                priority,
                dueDate,
                createTime,
                claimTime,
                category,
                formKey,
                parentTaskId,
                processInstanceId,
                executionId,
                suspended,
                value,
                processDefinitionId,
                startTime,
                endTime,
                deleteReason,
                assignments,
                comments,
                variables,
                rest);
    }
}
