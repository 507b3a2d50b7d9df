package dev.contentconnect.workflow.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done with a task.
 *
 * @param action claim, unclaim, complete, delegate or resolve
 * @param assignee to whom
 * @param outcome how, for complete
 * @param variables values to keep
 * @param transientVariables values that are not kept
 */
public record WireTaskAction(
        @Nullable String action,
        @Nullable String assignee,
        @Nullable String outcome,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WireVariable> variables,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WireVariable> transientVariables) {
    /**
     * Makes the value; lists may be missing.
     *
     * @param action claim, unclaim, complete, delegate or resolve
     * @param assignee to whom
     * @param outcome how, for complete
     * @param variables values to keep
     * @param transientVariables values that are not kept
     */
    public WireTaskAction {
        variables = Lenient.list(variables);
        transientVariables = Lenient.list(transientVariables);
    }

    /**
     * Takes a task.
     *
     * @param assignee for whom, an e-mail address
     * @return the value
     */
    public static WireTaskAction claim(String assignee) {
        return new WireTaskAction("claim", assignee, null, List.of(), List.of());
    }

    /**
     * Gives a task back.
     *
     * @param assignee who had it
     * @return the value
     */
    public static WireTaskAction unclaim(@Nullable String assignee) {
        return new WireTaskAction("unclaim", assignee, null, List.of(), List.of());
    }

    /**
     * Completes a task.
     *
     * @param outcome the value, not the label, of a possible outcome
     * @param variables values to keep
     * @return the value
     */
    public static WireTaskAction complete(String outcome, List<WireVariable> variables) {
        return new WireTaskAction("complete", null, outcome, variables, List.of());
    }

    /**
     * Hands a task to another.
     *
     * @param assignee to whom
     * @return the value
     */
    public static WireTaskAction delegate(String assignee) {
        return new WireTaskAction("delegate", assignee, null, List.of(), List.of());
    }

    /**
     * Gives a delegated task back to its owner.
     *
     * @param assignee who had it
     * @return the value
     */
    public static WireTaskAction resolve(@Nullable String assignee) {
        return new WireTaskAction("resolve", assignee, null, List.of(), List.of());
    }
}
