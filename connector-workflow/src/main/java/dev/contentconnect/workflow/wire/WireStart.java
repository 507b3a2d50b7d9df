package dev.contentconnect.workflow.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What starts an instance. Exactly one of key, id and message is set.
 *
 * @param processDefinitionKey the key of a model
 * @param processDefinitionId a version of a model
 * @param message a message that starts a model
 * @param businessKey our key
 * @param name what people see
 * @param variables values
 * @param transientVariables values that are not kept
 * @param startFormVariables values of a start form
 * @param outcome outcome of a start form
 * @param comment a first comment
 * @param returnVariables whether values come back
 * @param async whether it starts in the background
 */
public record WireStart(
        @Nullable String processDefinitionKey,
        @Nullable String processDefinitionId,
        @Nullable String message,
        @Nullable String businessKey,
        @Nullable String name,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WireVariable> variables,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WireVariable> transientVariables,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WireVariable> startFormVariables,
        @Nullable String outcome,
        @Nullable WireComment comment,
        @Nullable Boolean returnVariables,
        @Nullable Boolean async) {
    /**
     * Makes the value; lists may be missing.
     *
     * @param processDefinitionKey the key of a model
     * @param processDefinitionId a version of a model
     * @param message a message that starts a model
     * @param businessKey our key
     * @param name what people see
     * @param variables values
     * @param transientVariables values that are not kept
     * @param startFormVariables values of a start form
     * @param outcome outcome of a start form
     * @param comment a first comment
     * @param returnVariables whether values come back
     * @param async whether it starts in the background
     */
    public WireStart {
        variables = Lenient.list(variables);
        transientVariables = Lenient.list(transientVariables);
        startFormVariables = Lenient.list(startFormVariables);
    }

    /**
     * Starts the newest version of a model.
     *
     * @param key the key of the model
     * @param businessKey our key
     * @param name what people see
     * @param variables values
     * @param comment a first comment, or null
     * @return the value
     */
    public static WireStart of(
            String key, String businessKey, String name, List<WireVariable> variables, @Nullable WireComment comment) {
        return new WireStart(
                key, null, null, businessKey, name, variables, List.of(), List.of(), null, comment, null, null);
    }
}
