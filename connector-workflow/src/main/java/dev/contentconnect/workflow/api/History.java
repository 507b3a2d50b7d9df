package dev.contentconnect.workflow.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.wire.WireInstance;
import dev.contentconnect.workflow.wire.WireTask;

/** Operations on the history, which may be written some seconds late. Threads and errors are as {@code WorkflowClient} says. */
public interface History {
    /**
     * Lists instances of all times.
     *
     * @param query filters
     * @return oldest first unless the query says otherwise
     */
    Paged<WireInstance> processInstances(WorkflowQuery query);

    /**
     * One instance with its variables.
     *
     * @param id its id
     * @return the instance
     */
    WireInstance processInstance(String id);

    /**
     * Lists tasks of all times.
     *
     * @param query filters
     * @return oldest first unless the query says otherwise
     */
    Paged<WireTask> tasks(WorkflowQuery query);

    /**
     * One task with its variables, assignments and comments.
     *
     * @param id its id
     * @return the task
     */
    WireTask task(String id);
}
