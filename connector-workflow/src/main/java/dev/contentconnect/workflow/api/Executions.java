package dev.contentconnect.workflow.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.wire.WireExecution;
import dev.contentconnect.workflow.wire.WireExecutionAction;
import java.util.Optional;

/** Operations on executions. Threads and errors are as {@code WorkflowClient} says. */
public interface Executions {
    /**
     * Lists executions.
     *
     * @param query filters such as {@code processInstanceId}, {@code messageEventSubscriptionName}
     * @return executions; the root one has no parent
     */
    Paged<WireExecution> list(WorkflowQuery query);

    /**
     * Wakes an execution.
     *
     * @param id its id
     * @param action how
     * @return the execution, or nothing when it ended by it
     */
    Optional<WireExecution> act(String id, WireExecutionAction action);
}
