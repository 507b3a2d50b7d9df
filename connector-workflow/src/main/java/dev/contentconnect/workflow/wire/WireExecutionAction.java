package dev.contentconnect.workflow.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What wakes an execution.
 *
 * @param action trigger, signalEventReceived or messageEventReceived
 * @param signalName the signal
 * @param messageName the message
 * @param variables values to keep
 * @param transientVariables values that are not kept
 */
public record WireExecutionAction(
        @Nullable String action,
        @Nullable String signalName,
        @Nullable String messageName,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WireVariable> variables,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WireVariable> transientVariables) {
    /**
     * Makes the value; lists may be missing.
     *
     * @param action trigger, signalEventReceived or messageEventReceived
     * @param signalName the signal
     * @param messageName the message
     * @param variables values to keep
     * @param transientVariables values that are not kept
     */
    public WireExecutionAction {
        variables = Lenient.list(variables);
        transientVariables = Lenient.list(transientVariables);
    }

    /**
     * Delivers a message.
     *
     * @param messageName the message
     * @param variables values to keep
     * @return the value
     */
    public static WireExecutionAction message(String messageName, List<WireVariable> variables) {
        return new WireExecutionAction("messageEventReceived", null, messageName, variables, List.of());
    }

    /**
     * Delivers a signal.
     *
     * @param signalName the signal
     * @param variables values to keep
     * @return the value
     */
    public static WireExecutionAction signal(String signalName, List<WireVariable> variables) {
        return new WireExecutionAction("signalEventReceived", signalName, null, variables, List.of());
    }

    /**
     * Lets a waiting step go on.
     *
     * @param variables values to keep
     * @return the value
     */
    public static WireExecutionAction trigger(List<WireVariable> variables) {
        return new WireExecutionAction("trigger", null, null, variables, List.of());
    }
}
