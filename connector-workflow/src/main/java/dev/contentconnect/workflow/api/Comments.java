package dev.contentconnect.workflow.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.wire.WireComment;
import java.util.List;

/** Operations on comments. Threads and errors are as {@code WorkflowClient} says. */
public interface Comments {
    /**
     * What was said about a running instance.
     *
     * @param instanceId its id
     * @param query paging
     * @return the comments
     */
    Paged<WireComment> ofInstance(String instanceId, WorkflowQuery query);

    /**
     * Says something about a running instance.
     *
     * @param instanceId its id
     * @param message what to say
     * @return the comment
     */
    WireComment addToInstance(String instanceId, String message);

    /**
     * Deletes a comment of an instance.
     *
     * @param instanceId its id
     * @param commentId the comment
     */
    void deleteFromInstance(String instanceId, String commentId);

    /**
     * What was said about an open task. Where the service has no comments of tasks, those of its instance that name
     * the task.
     *
     * @param taskId its id
     * @return the comments
     */
    List<WireComment> ofTask(String taskId);

    /**
     * Says something about an open task. Where the service has no comments of tasks, about its instance.
     *
     * @param taskId its id
     * @param message what to say
     * @return the comment
     */
    WireComment addToTask(String taskId, String message);

    /**
     * Deletes a comment of a task. Only inferred to be there.
     *
     * @param taskId its id
     * @param commentId the comment
     */
    void deleteFromTask(String taskId, String commentId);
}
