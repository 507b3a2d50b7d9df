package dev.contentconnect.workflow.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place where an instance stands.
 *
 * @param id its id
 * @param parentId the execution above; none for the root
 * @param superExecutionId the execution that called the instance
 * @param processInstanceId the instance
 * @param activityId the step in the model
 * @param suspended whether it is on hold
 * @param tenantId the tenant
 * @param rest members this SDK does not know
 */
public record WireExecution(
        @Nullable String id,
        @Nullable String parentId,
        @Nullable String superExecutionId,
        @Nullable String processInstanceId,
        @Nullable String activityId,
        @Nullable Boolean suspended,
        @Nullable String tenantId,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; lists may be missing.
     *
     * @param id its id
     * @param parentId the execution above; none for the root
     * @param superExecutionId the execution that called the instance
     * @param processInstanceId the instance
     * @param activityId the step in the model
     * @param suspended whether it is on hold
     * @param tenantId the tenant
     * @param rest members this SDK does not know
     */
    public WireExecution {
        rest = Lenient.members(rest);
    }
}
