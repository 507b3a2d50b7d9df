package dev.contentconnect.workflow.engine.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contentconnect.workflow.engine.call.EngineCalls;
import dev.contentconnect.workflow.engine.call.Hal;
import dev.contentconnect.workflow.engine.call.View;
import dev.contentconnect.workflow.engine.call.Window;
import java.util.List;
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

/** Variables of a running instance. */
@RestController
@RequestMapping("/workflow/v1/process-instances/{id}/variables")
class InstanceVariableController {

    private final EngineCalls calls;
    private final SecretVariables secrets;

    InstanceVariableController(EngineCalls calls, SecretVariables secrets) {
        this.calls = calls;
        this.secrets = secrets;
    }

    @GetMapping
    ObjectNode list(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        String scope = parameters.get("scope");
        String type = parameters.get("type");
        JsonNode all = calls.get(path(id) + (scope == null ? "" : "?scope=" + EngineCalls.encoded(scope)));
        List<JsonNode> found = View.each(secrets.masked(all, id), variable -> variable).stream()
                .filter(variable ->
                        type == null || type.equals(variable.path("type").asText()))
                .toList();
        return Hal.page("variables", found, Window.of(parameters));
    }

    @GetMapping("/{name}")
    JsonNode get(@PathVariable String id, @PathVariable String name) {
        return one(calls.get(path(id, name)), id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    JsonNode create(@PathVariable String id, @RequestBody JsonNode variables) {
        JsonNode created = calls.post(path(id), variables);
        secrets.rememberMarked(id, variables);
        return secrets.masked(created, id);
    }

    @PutMapping
    @ResponseStatus(HttpStatus.CREATED)
    JsonNode write(@PathVariable String id, @RequestBody JsonNode variables) {
        JsonNode written = calls.put(path(id), variables);
        secrets.rememberMarked(id, variables);
        return secrets.masked(written, id);
    }

    @PutMapping("/{name}")
    JsonNode update(@PathVariable String id, @PathVariable String name, @RequestBody JsonNode variable) {
        JsonNode updated = calls.put(path(id, name), variable);
        if (variable.path("encryption").asBoolean()) {
            secrets.remember(id, List.of(name));
        }
        return one(updated, id);
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @PathVariable String name) {
        calls.delete(path(id, name));
    }

    private JsonNode one(JsonNode variable, String id) {
        var single = JsonNodeFactory.instance.arrayNode();
        return secrets.masked(single.add(variable), id).get(0);
    }

    private static String path(String id) {
        return "/runtime/process-instances/" + EngineCalls.encoded(id) + "/variables";
    }

    private static String path(String id, String name) {
        return path(id) + "/" + EngineCalls.encoded(name);
    }
}
