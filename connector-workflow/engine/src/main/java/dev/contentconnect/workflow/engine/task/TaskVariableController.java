package dev.contentconnect.workflow.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contentconnect.workflow.engine.call.EngineCalls;
import dev.contentconnect.workflow.engine.call.Hal;
import dev.contentconnect.workflow.engine.call.View;
import dev.contentconnect.workflow.engine.call.Window;
import dev.contentconnect.workflow.engine.process.SecretVariables;
import java.util.Map;
import org.springframework.http.HttpStatus;
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

/** Variables as an open task sees them: its own and its instance's. */
@RestController
@RequestMapping("/workflow/v1/tasks/{id}/variables")
class TaskVariableController {

    private final EngineCalls calls;
    private final SecretVariables secrets;

    TaskVariableController(EngineCalls calls, SecretVariables secrets) {
        this.calls = calls;
        this.secrets = secrets;
    }

    @GetMapping
    ObjectNode list(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        String scope = parameters.get("scope");
        JsonNode all = calls.get(path(id) + (scope == null ? "" : "?scope=" + EngineCalls.encoded(scope)));
        return Hal.page("variables", View.each(secrets.masked(all, instance(id)), v -> v), Window.of(parameters));
    }

    @GetMapping("/{name}")
    JsonNode get(@PathVariable String id, @PathVariable String name) {
        return one(id, calls.get(path(id, name)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    JsonNode create(@PathVariable String id, @RequestBody JsonNode variables) {
        JsonNode created = calls.post(path(id), variables);
        secrets.rememberMarked(instance(id), variables);
        return created.isArray() ? secrets.masked(created, instance(id)) : one(id, created);
    }

    @PutMapping("/{name}")
    JsonNode update(@PathVariable String id, @PathVariable String name, @RequestBody JsonNode variable) {
        return one(id, calls.put(path(id, name), variable));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @PathVariable String name) {
        calls.delete(path(id, name));
    }

    private JsonNode one(String id, JsonNode variable) {
        return secrets.masked(JsonNodeFactory.instance.arrayNode().add(variable), instance(id))
                .get(0);
    }

    private String instance(String id) {
        return calls.get("/runtime/tasks/" + EngineCalls.encoded(id))
                .path("processInstanceId")
                .asText();
    }

    private static String path(String id) {
        return "/runtime/tasks/" + EngineCalls.encoded(id) + "/variables";
    }

    private static String path(String id, String name) {
        return path(id) + "/" + EngineCalls.encoded(name);
    }
}
