package dev.contentconnect.workflow.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contentconnect.workflow.engine.call.EngineCalls;
import dev.contentconnect.workflow.engine.call.FacadeRefusal;
import dev.contentconnect.workflow.engine.call.View;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who is linked to an open task, and how: assignee, owner, candidate user or group. */
@Component
class Assignments {

    private static final List<String> FIELDS = List.of("type", "user", "group");

    private final EngineCalls calls;

    Assignments(EngineCalls calls) {
        this.calls = calls;
    }

    ArrayNode of(String taskId) {
        return JsonNodeFactory.instance
                .arrayNode()
                .addAll(View.each(calls.get(path(taskId)), link -> View.of(link, FIELDS)));
    }

    ObjectNode add(String taskId, JsonNode assignment) {
        ObjectNode link = View.of(assignment, FIELDS);
        if (link.path("user").isNull()) {
            link.remove("user");
        }
        if (link.path("group").isNull()) {
            link.remove("group");
        }
        return View.of(calls.post(path(taskId), link), FIELDS);
    }

    void remove(String taskId, JsonNode assignment) {
        boolean group = assignment.hasNonNull("group");
        String who = assignment.path(group ? "group" : "user").asText("");
        String type = assignment.path("type").asText("");
        if (who.isEmpty() || type.isEmpty()) {
            throw FacadeRefusal.badRequest("An assignment names its type and a user or a group");
        }
        if (type.equals("assignee") || type.equals("owner")) {
            calls.put(
                    "/runtime/tasks/" + EngineCalls.encoded(taskId),
                    JsonNodeFactory.instance.objectNode().putNull(type));
        } else {
            calls.delete(path(taskId) + (group ? "/groups/" : "/users/") + EngineCalls.encoded(who) + "/"
                    + EngineCalls.encoded(type));
        }
    }

    /** Makes the candidates exactly these; an assignee or owner among them is set, one that is not stays. */
    void replace(String taskId, JsonNode assignments) {
        of(taskId).forEach(link -> {
            if (link.path("type").asText().equals("candidate")) {
                remove(taskId, link);
            }
        });
        assignments.forEach(assignment -> add(taskId, assignment));
    }

    private static String path(String taskId) {
        return "/runtime/tasks/" + EngineCalls.encoded(taskId) + "/identitylinks";
    }
}
