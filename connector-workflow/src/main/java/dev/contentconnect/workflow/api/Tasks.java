package dev.contentconnect.workflow.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.wire.WireTask;
import dev.contentconnect.workflow.wire.WireTaskAction;
import dev.contentconnect.workflow.wire.WireTaskChange;
import dev.contentconnect.workflow.wire.WireVariable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations on open tasks. Threads and errors are as {@code WorkflowClient} says. */
public interface Tasks {
    /**
     * Lists open tasks.
     *
     * @param query filters
     * @return oldest first unless the query says otherwise
     */
    Paged<WireTask> list(WorkflowQuery query);

    /**
     * One open task with its variables, assignments and comments.
     *
     * @param id its id
     * @return the task; NotFound once it has ended
     */
    WireTask get(String id);

    /**
     * Does something with a task. Never repeated after a failure that leaves open whether it took effect.
     *
     * @param id its id
     * @param action what
     */
    void act(String id, WireTaskAction action);

    /**
     * Takes a task; Conflict when another has it.
     *
     * @param id its id
     * @param assignee for whom, an e-mail address
     */
    default void claim(String id, String assignee) {
        act(id, WireTaskAction.claim(assignee));
    }

    /**
     * Gives a task back to its candidates.
     *
     * @param id its id
     * @param assignee who has it, or null when that is not known
     */
    default void unclaim(String id, @Nullable String assignee) {
        act(id, WireTaskAction.unclaim(assignee));
    }

    /**
     * Completes a task. The outcome is not checked: an unknown one silently takes the default branch of the next gateway.
     *
     * @param id its id
     * @param outcome the value, not the label, of a possible outcome
     * @param variables values to keep
     */
    default void complete(String id, String outcome, List<WireVariable> variables) {
        act(id, WireTaskAction.complete(outcome, variables));
    }

    /**
     * Hands a task to another for an answer; until it is resolved it cannot be completed.
     *
     * @param id its id
     * @param assignee to whom, an e-mail address
     */
    default void delegate(String id, String assignee) {
        act(id, WireTaskAction.delegate(assignee));
    }

    /**
     * Gives a delegated task back to its owner.
     *
     * @param id its id
     * @param assignee who has it, or null when that is not known
     */
    default void resolve(String id, @Nullable String assignee) {
        act(id, WireTaskAction.resolve(assignee));
    }

    /**
     * Changes a task.
     *
     * @param id its id
     * @param change what; parts that are null stay as they are
     * @return the task afterwards
     */
    WireTask update(String id, WireTaskChange change);
}
