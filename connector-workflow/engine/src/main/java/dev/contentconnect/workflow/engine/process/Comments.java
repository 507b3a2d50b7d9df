package dev.contentconnect.workflow.engine.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contentconnect.workflow.engine.call.EngineCalls;
import dev.contentconnect.workflow.engine.call.FacadeRefusal;
import dev.contentconnect.workflow.engine.call.View;
import java.util.List;
import org.springframework.stereotype.Component;

/** Comments of instances and tasks, finished ones included. */
@Component
public class Comments {

    private static final List<String> FIELDS =
            List.of("id", "author", "message", "time", "processInstanceId", "taskId");

    private final EngineCalls calls;

    Comments(EngineCalls calls) {
        this.calls = calls;
    }

    /** The comments of an instance, those written on its tasks included. */
    public ArrayNode ofInstance(String instanceId) {
        return views(calls.get(instancePath(instanceId)));
    }

    /** The comments of a task. */
    public ArrayNode ofTask(String taskId) {
        return views(calls.get(taskPath(taskId)));
    }

    /** Writes one on an instance. */
    public ObjectNode addToInstance(String instanceId, JsonNode comment) {
        return view(calls.post(instancePath(instanceId), message(comment)));
    }

    /** Writes one on a task; its instance shows it too. */
    public ObjectNode addToTask(String taskId, JsonNode comment) {
        return view(calls.post(taskPath(taskId), message(comment).put("saveProcessInstanceId", true)));
    }

    /** Deletes one of an instance. */
    public void deleteFromInstance(String instanceId, String commentId) {
        calls.delete(instancePath(instanceId) + "/" + EngineCalls.encoded(commentId));
    }

    /** Deletes one of a task. */
    public void deleteFromTask(String taskId, String commentId) {
        calls.delete(taskPath(taskId) + "/" + EngineCalls.encoded(commentId));
    }

    private static ObjectNode message(JsonNode comment) {
        if (comment.path("message").asText("").isBlank()) {
            throw FacadeRefusal.badRequest("Comment text is required.");
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("message", comment.path("message").asText());
    }

    private static ArrayNode views(JsonNode comments) {
        return JsonNodeFactory.instance.arrayNode().addAll(View.each(comments, Comments::view));
    }

    private static ObjectNode view(JsonNode comment) {
        return View.of(comment, FIELDS);
    }

    private static String instancePath(String id) {
        return "/history/historic-process-instances/" + EngineCalls.encoded(id) + "/comments";
    }

    private static String taskPath(String id) {
        return "/runtime/tasks/" + EngineCalls.encoded(id) + "/comments";
    }
}
