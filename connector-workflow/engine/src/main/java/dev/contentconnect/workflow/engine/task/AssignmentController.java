package dev.contentconnect.workflow.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contentconnect.workflow.engine.call.Hal;
import dev.contentconnect.workflow.engine.call.View;
import dev.contentconnect.workflow.engine.call.Window;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

/** Assignments of a task. Bodies may be one assignment or an array: the vendor's documents do not say which. */
@RestController
@RequestMapping("/workflow/v1/tasks/{id}/assignments")
class AssignmentController {

    private final Assignments assignments;

    AssignmentController(Assignments assignments) {
        this.assignments = assignments;
    }

    @GetMapping
    ObjectNode list(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        return Hal.page("assignments", View.each(assignments.of(id), link -> link), Window.of(parameters));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    JsonNode add(@PathVariable String id, @RequestBody JsonNode body) {
        if (!body.isArray()) {
            return assignments.add(id, body);
        }
        return JsonNodeFactory.instance
                .arrayNode()
                .addAll(View.each(body, assignment -> assignments.add(id, assignment)));
    }

    @PutMapping
    JsonNode replace(@PathVariable String id, @RequestBody JsonNode body) {
        assignments.replace(id, list(body));
        return assignments.of(id);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            @RequestBody(required = false) @Nullable JsonNode body) {
        if (body == null) {
            ObjectNode named = JsonNodeFactory.instance.objectNode();
            parameters.forEach(named::put);
            assignments.remove(id, named);
        } else {
            list(body).forEach(assignment -> assignments.remove(id, assignment));
        }
    }

    private static JsonNode list(JsonNode body) {
        return body.isArray() ? body : JsonNodeFactory.instance.arrayNode().add(body);
    }
}
