package dev.contentconnect.workflow.engine.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contentconnect.workflow.engine.EngineOptions;
import dev.contentconnect.workflow.engine.call.EngineCalls;
import dev.contentconnect.workflow.engine.call.Filters;
import dev.contentconnect.workflow.engine.call.Hal;
import dev.contentconnect.workflow.engine.call.View;
import dev.contentconnect.workflow.engine.call.Window;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Executions: where an instance stands, and the door for messages, signals and triggers. */
@RestController
@RequestMapping("/workflow/v1/process-instances/executions")
class ExecutionController {

    private static final Filters FILTERS = Filters.same(
            "id",
            "activityId",
            "processDefinitionKey",
            "processDefinitionId",
            "processInstanceId",
            "messageEventSubscriptionName",
            "signalEventSubscriptionName",
            "parentId");

    private static final List<String> FIELDS =
            List.of("id", "parentId", "superExecutionId", "processInstanceId", "activityId", "suspended");

    private final EngineCalls calls;
    private final EngineOptions options;

    ExecutionController(EngineCalls calls, EngineOptions options) {
        this.calls = calls;
        this.options = options;
    }

    @GetMapping
    ObjectNode list(@RequestParam Map<String, String> parameters) {
        Window window = Window.of(parameters);
        JsonNode found = calls.post("/query/executions", FILTERS.query(parameters, window));
        return Hal.page(
                "executions",
                View.each(found.path("data"), this::view),
                found.path("total").asLong(),
                window);
    }

    @PutMapping("/{id}")
    ResponseEntity<ObjectNode> act(@PathVariable String id, @RequestBody JsonNode action) {
        JsonNode execution = calls.put("/runtime/executions/" + EngineCalls.encoded(id), action);
        return execution.isObject()
                ? ResponseEntity.ok(view(execution))
                : ResponseEntity.noContent().build();
    }

    private ObjectNode view(JsonNode execution) {
        return View.of(execution, FIELDS).put("tenantId", options.tenant());
    }
}
