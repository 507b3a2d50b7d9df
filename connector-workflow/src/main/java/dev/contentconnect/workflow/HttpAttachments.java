package dev.contentconnect.workflow;

import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.api.Attachments;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.wire.WireAttachment;

/** Attachments over HTTP. */
record HttpAttachments(WorkflowHttp http) implements Attachments {
    private static final String ATTACHMENTS = "attachments";

    @Override
    public Paged<WireAttachment> list(String taskId) {
        return http.list(
                "attachments.list",
                () -> http.action("tasks", taskId, ATTACHMENTS),
                ATTACHMENTS,
                WorkflowQuery.ALL,
                WireAttachment.class);
    }

    @Override
    public WireAttachment get(String taskId, String attachmentId) {
        return http.read(
                HttpCall.get(
                        "attachments.get",
                        http.action("tasks", taskId, ATTACHMENTS, attachmentId).build()),
                WireAttachment.class);
    }

    @Override
    public WireAttachment add(String taskId, WireAttachment attachment) {
        return http.read(
                HttpCall.post(
                                "attachments.add",
                                http.action("tasks", taskId, ATTACHMENTS).build())
                        .json(attachment),
                WireAttachment.class);
    }

    @Override
    public void delete(String taskId, String attachmentId, boolean cascade, boolean cascadeContent) {
        http.send(HttpCall.delete(
                "attachments.delete",
                http.action("tasks", taskId, ATTACHMENTS, attachmentId)
                        .query("cascade", cascade)
                        .query("cascadeContent", cascadeContent)
                        .build()));
    }
}
