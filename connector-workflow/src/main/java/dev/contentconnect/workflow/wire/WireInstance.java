package dev.contentconnect.workflow.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A process instance as the service sends it, running or from the history.
 *
 * @param id its id
 * @param name what people see
 * @param businessKey our key
 * @param processDefinitionId the version of the model; history only
 * @param processDefinitionName the name of the model
 * @param superProcessInstanceId the instance that called it
 * @param startTime when it began
 * @param startUserId who began it
 * @param dueDate when it is due
 * @param endTime history: when it ended
 * @param deleteReason history: why it was stopped
 * @param ended whether it is over
 * @param completed whether it came to its end
 * @param suspended whether it is on hold
 * @param variables values, when asked for
 * @param comments what was said, when asked for
 * @param rest members this SDK does not know
 */
public record WireInstance(
        @Nullable String id,
        @Nullable String name,
        @Nullable String businessKey,
        @Nullable String processDefinitionId,
        @Nullable String processDefinitionName,
        @Nullable String superProcessInstanceId,
        @Nullable String startTime,
        @Nullable String startUserId,
        @Nullable String dueDate,
        @Nullable String endTime,
        @Nullable String deleteReason,
        @Nullable Boolean ended,
        @Nullable Boolean completed,
        @Nullable Boolean suspended,
        List<WireVariable> variables,
        List<WireComment> comments,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; lists may be missing.
     *
     * @param id its id
     * @param name what people see
     * @param businessKey our key
     * @param processDefinitionId the version of the model; history only
     * @param processDefinitionName the name of the model
     * @param superProcessInstanceId the instance that called it
     * @param startTime when it began
     * @param startUserId who began it
     * @param dueDate when it is due
     * @param endTime history: when it ended
     * @param deleteReason history: why it was stopped
     * @param ended whether it is over
     * @param completed whether it came to its end
     * @param suspended whether it is on hold
     * @param variables values, when asked for
     * @param comments what was said, when asked for
     * @param rest members this SDK does not know
     */
    public WireInstance {
        variables = Lenient.list(variables);
        comments = Lenient.list(comments);
        rest = Lenient.members(rest);
    }
}
