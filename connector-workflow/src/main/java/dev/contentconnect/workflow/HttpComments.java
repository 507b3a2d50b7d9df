package dev.contentconnect.workflow;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.api.Comments;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.wire.WireComment;
import dev.contentconnect.workflow.wire.WireTask;
import java.util.List;
import java.util.Map;

/** Comments over HTTP. Those of instances are proven; those of tasks may be missing with 404 or 405. */
record HttpComments(WorkflowHttp http, HttpTasks tasks) implements Comments {
    private static final String COMMENTS = "comments";

    @Override
    public Paged<WireComment> ofInstance(String instanceId, WorkflowQuery query) {
        return http.list("comments.ofInstance", () -> instance(instanceId), COMMENTS, query, WireComment.class);
    }

    @Override
    public WireComment addToInstance(String instanceId, String message) {
        return add("comments.addToInstance", instance(instanceId), message);
    }

    @Override
    public void deleteFromInstance(String instanceId, String commentId) {
        http.send(HttpCall.delete(
                "comments.deleteFromInstance",
                instance(instanceId).path(commentId).build()));
    }

    @Override
    public List<WireComment> ofTask(String taskId) {
        try {
            return http
                    .list("comments.ofTask", () -> task(taskId), COMMENTS, WorkflowQuery.ALL, WireComment.class)
                    .stream()
                    .toList();
        } catch (ConnectorException e) {
            return ofInstance(instanceOf(taskId, e), WorkflowQuery.ALL).stream()
                    .filter(comment -> taskId.equals(comment.taskId())
                            || String.valueOf(comment.message()).contains("[task " + taskId + "]"))
                    .toList();
        }
    }

    @Override
    public WireComment addToTask(String taskId, String message) {
        try {
            return add("comments.addToTask", task(taskId), message);
        } catch (ConnectorException e) {
            return addToInstance(instanceOf(taskId, e), "[task " + taskId + "] " + message);
        }
    }

    @Override
    public void deleteFromTask(String taskId, String commentId) {
        http.send(HttpCall.delete(
                "comments.deleteFromTask", task(taskId).path(commentId).build()));
    }

    /** The instance of a task whose comments the service does not know; the failure itself when the task is gone. */
    private String instanceOf(String taskId, ConnectorException failure) {
        int status = failure.error().trace().status();
        if (status != 404 && status != 405) {
            throw failure;
        }
        WireTask task = tasks.get(taskId);
        if (task.processInstanceId() == null) {
            throw failure;
        }
        return task.processInstanceId();
    }

    private WireComment add(String operation, RequestUri uri, String message) {
        return http.read(
                HttpCall.post(operation, uri.build()).json(Map.of("message", message, "includeUserIds", false)),
                WireComment.class);
    }

    private RequestUri instance(String id) {
        return http.action("process-instances", id, COMMENTS);
    }

    private RequestUri task(String id) {
        return http.action("tasks", id, COMMENTS);
    }
}
