package dev.contentconnect.workflow.engine.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contentconnect.workflow.engine.call.EngineCalls;
import dev.contentconnect.workflow.engine.call.FacadeRefusal;
import dev.contentconnect.workflow.engine.call.Filters;
import dev.contentconnect.workflow.engine.call.Hal;
import dev.contentconnect.workflow.engine.call.Window;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Starting, finding, pausing and cancelling instances. */
@RestController
@RequestMapping("/workflow/v1/process-instances")
class ProcessInstanceController {

    private static final Filters FILTERS = Filters.same(
                    "processDefinitionKey",
                    "processDefinitionId",
                    "processDefinitionCategory",
                    "processDefinitionVersion",
                    "startedBy",
                    "startedBefore",
                    "startedAfter",
                    "involvedUser",
                    "suspended",
                    "superProcessInstanceId",
                    "subProcessInstanceId",
                    "excludeSubprocesses",
                    "includeProcessVariables",
                    "callbackId",
                    "callbackType")
            .renamed("id", "processInstanceId")
            .renamed("name", "processInstanceName")
            .renamed("nameLike", "processInstanceNameLike")
            .renamed("nameLikeIgnoreCase", "processInstanceNameLikeIgnoreCase")
            .renamed("businessKey", "processBusinessKey")
            .renamed("businessKeyLike", "processBusinessKeyLike")
            .refused("dueOn", "dueBefore", "dueAfter");

    private final EngineCalls calls;
    private final InstanceViews views;
    private final Comments comments;
    private final SecretVariables secrets;

    ProcessInstanceController(EngineCalls calls, InstanceViews views, Comments comments, SecretVariables secrets) {
        this.calls = calls;
        this.views = views;
        this.comments = comments;
        this.secrets = secrets;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode start(@RequestBody ObjectNode request) {
        ObjectNode body = request.deepCopy();
        JsonNode comment = request.path("comment");
        // Without a start form the engine has no use for an outcome, and it would look for a form definition.
        body.remove("comment");
        body.remove("outcome");
        JsonNode started = calls.post("/runtime/process-instances", body);
        String id = started.path("id").asText();
        secrets.rememberMarked(id, request.path("variables"));
        if (comment.isObject()) {
            comments.addToInstance(id, comment);
        }
        boolean variables = request.path("returnVariables").asBoolean();
        return views.view(started, Map.of("includeProcessVariables", String.valueOf(variables)));
    }

    @GetMapping
    ObjectNode list(@RequestParam Map<String, String> parameters) {
        Window window = Window.of(parameters);
        JsonNode found = calls.post("/query/process-instances", FILTERS.query(parameters, window));
        return Hal.page(
                "process-instances",
                views.list(found.path("data"), parameters),
                found.path("total").asLong(),
                window);
    }

    @GetMapping("/{id}")
    ObjectNode get(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        JsonNode instance = calls.get(path(id));
        if (Boolean.parseBoolean(parameters.get("includeProcessVariables"))) {
            ((ObjectNode) instance).set("variables", calls.get(path(id) + "/variables"));
        }
        return views.view(instance, parameters);
    }

    @PutMapping("/{id}")
    ObjectNode update(@PathVariable String id, @RequestBody ObjectNode request) {
        ObjectNode body = request.deepCopy();
        body.remove("comment");
        boolean comment = request.path("comment").isObject();
        // The engine takes no comments on a suspended instance, so the one about suspending it comes first.
        boolean before = comment && request.path("action").asText().equals("suspend");
        if (before && !calls.get(path(id)).path("suspended").asBoolean()) {
            comments.addToInstance(id, request.path("comment"));
        }
        JsonNode updated = calls.put(path(id), body);
        if (comment && !before) {
            comments.addToInstance(id, request.path("comment"));
        }
        return views.view(updated, Map.of());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        String reason = parameters.get("deleteReason");
        calls.delete(path(id) + (reason == null ? "" : "?deleteReason=" + EngineCalls.encoded(reason)));
    }

    @GetMapping("/{id}/diagram")
    ResponseEntity<byte[]> diagram(@PathVariable String id) {
        calls.get(path(id));
        var reply = calls.exchange("GET", path(id) + "/diagram", null);
        if (reply.status() != 200) {
            throw FacadeRefusal.badRequest("The model of instance " + id + " has no diagram");
        }
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(reply.body());
    }

    private static String path(String id) {
        return "/runtime/process-instances/" + EngineCalls.encoded(id);
    }
}
