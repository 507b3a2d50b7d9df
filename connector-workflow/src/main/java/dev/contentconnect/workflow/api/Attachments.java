package dev.contentconnect.workflow.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.wire.WireAttachment;

/** Operations on attachments. Threads and errors are as {@code WorkflowClient} says. */
public interface Attachments {
    /**
     * What is attached to an open task.
     *
     * @param taskId its id
     * @return the attachments
     */
    Paged<WireAttachment> list(String taskId);

    /**
     * One attachment of an open task.
     *
     * @param taskId the task
     * @param attachmentId the attachment
     * @return the attachment
     */
    WireAttachment get(String taskId, String attachmentId);

    /**
     * Attaches something.
     *
     * @param taskId the task
     * @param attachment what
     * @return the attachment
     */
    WireAttachment add(String taskId, WireAttachment attachment);

    /**
     * Removes an attachment, and nothing of what it points to.
     *
     * @param taskId the task
     * @param attachmentId the attachment
     */
    default void delete(String taskId, String attachmentId) {
        delete(taskId, attachmentId, false, false);
    }

    /**
     * Removes an attachment.
     *
     * @param taskId the task
     * @param attachmentId the attachment
     * @param cascade whether the file it points to is deleted as well
     * @param cascadeContent whether the stored content of that file is deleted as well
     */
    void delete(String taskId, String attachmentId, boolean cascade, boolean cascadeContent);
}
