package dev.contentconnect.workflow;

import dev.contentconnect.workflow.api.Assignments;
import dev.contentconnect.workflow.api.Attachments;
import dev.contentconnect.workflow.api.Comments;
import dev.contentconnect.workflow.api.Executions;
import dev.contentconnect.workflow.api.History;
import dev.contentconnect.workflow.api.Models;
import dev.contentconnect.workflow.api.ProcessInstances;
import dev.contentconnect.workflow.api.Tasks;
import dev.contentconnect.workflow.api.Variables;

/**
 * The service in its own words. Safe for several threads. Every method makes one request unless it says otherwise, and
 * fails with {@link dev.contentconnect.core.error.ConnectorException} of the kinds Unauthenticated, Forbidden, NotFound,
 * Conflict, Rejected, RateLimited, Unavailable, TimedOut, Undecodable and Cancelled. Lists are lazy: a request a page, made
 * when it is reached.
 *
 * <p>{@code start} and {@code act} on tasks and executions are never repeated after a failure that leaves open whether
 * they took effect: read the state, then decide.
 */
public interface WorkflowClient extends AutoCloseable {

    /**
     * Makes a client. Never touches the network.
     *
     * @param config how to reach the service
     * @return the client
     */
    static WorkflowClient create(WorkflowConfig config) {
        return new HttpWorkflowClient(config);
    }

    /**
     * Executable process models.
     *
     * @return the operations
     */
    Models models();

    /**
     * Running instances.
     *
     * @return the operations
     */
    ProcessInstances processInstances();

    /**
     * Where instances stand.
     *
     * @return the operations
     */
    Executions executions();

    /**
     * Open tasks.
     *
     * @return the operations
     */
    Tasks tasks();

    /**
     * Comments of instances and tasks.
     *
     * @return the operations
     */
    Comments comments();

    /**
     * Links and files of tasks.
     *
     * @return the operations
     */
    Attachments attachments();

    /**
     * Variables of instances.
     *
     * @return the operations
     */
    Variables variables();

    /**
     * Whose a task is or may be.
     *
     * @return the operations
     */
    Assignments assignments();

    /**
     * What was, finished or not.
     *
     * @return the operations
     */
    History history();

    /** Ends the client: later calls throw {@code IllegalStateException}. */
    @Override
    void close();
}
