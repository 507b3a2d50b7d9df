package dev.contentconnect.workflow.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.wire.WireAssignment;
import java.util.List;

/** Operations on assignments. Threads and errors are as {@code WorkflowClient} says. */
public interface Assignments {
    /**
     * Whose a task is or may be.
     *
     * @param taskId the task
     * @return the assignments
     */
    Paged<WireAssignment> list(String taskId);

    /**
     * Adds assignments; one request each unless the configuration sends them together.
     *
     * @param taskId the task
     * @param assignments whose it may be
     */
    void add(String taskId, List<WireAssignment> assignments);

    /**
     * Puts assignments in the place of others, as the service understands it; one request each unless the configuration
     * sends them together.
     *
     * @param taskId the task
     * @param assignments whose it may be
     */
    void put(String taskId, List<WireAssignment> assignments);

    /**
     * Removes assignments; one request each unless the configuration sends them together.
     *
     * @param taskId the task
     * @param assignments whose it may no longer be
     */
    void remove(String taskId, List<WireAssignment> assignments);
}
