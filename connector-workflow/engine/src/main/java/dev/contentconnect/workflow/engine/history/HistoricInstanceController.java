package dev.contentconnect.workflow.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contentconnect.workflow.engine.EngineOptions;
import dev.contentconnect.workflow.engine.call.EngineCalls;
import dev.contentconnect.workflow.engine.call.Filters;
import dev.contentconnect.workflow.engine.call.Hal;
import dev.contentconnect.workflow.engine.call.View;
import dev.contentconnect.workflow.engine.call.Window;
import dev.contentconnect.workflow.engine.process.Comments;
import dev.contentconnect.workflow.engine.process.SecretVariables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Instances of all times; a null endTime means still running. */
@RestController
@RequestMapping("/workflow-history/v1/historic-process-instances")
class HistoricInstanceController {

    private static final Filters FILTERS = Filters.same(
                    "processInstanceId",
                    "processInstanceName",
                    "processInstanceNameLike",
                    "processInstanceNameLikeIgnoreCase",
                    "processDefinitionKey",
                    "processDefinitionId",
                    "processDefinitionName",
                    "processDefinitionCategory",
                    "processDefinitionVersion",
                    "deploymentId",
                    "involvedUser",
                    "finished",
                    "superProcessInstanceId",
                    "excludeSubprocesses",
                    "finishedAfter",
                    "finishedBefore",
                    "startedAfter",
                    "startedBefore",
                    "startedBy",
                    "includeProcessVariables",
                    "callbackId",
                    "callbackType")
            .renamed("businessKey", "processBusinessKey")
            .renamed("businessKeyLike", "processBusinessKeyLike")
            .refused("dueOn", "dueBefore", "dueAfter");

    private static final List<String> FIELDS = List.of(
            "id",
            "name",
            "businessKey",
            "processDefinitionId",
            "processDefinitionName",
            "processDefinitionDescription",
            "startTime",
            "endTime",
            "durationInMillis",
            "startUserId",
            "startActivityId",
            "endActivityId",
            "deleteReason",
            "superProcessInstanceId",
            "callbackId",
            "callbackType",
            "referenceId",
            "referenceType");

    private final EngineCalls calls;
    private final EngineOptions options;
    private final SecretVariables secrets;
    private final Comments comments;

    HistoricInstanceController(EngineCalls calls, EngineOptions options, SecretVariables secrets, Comments comments) {
        this.calls = calls;
        this.options = options;
        this.secrets = secrets;
        this.comments = comments;
    }

    @GetMapping
    ObjectNode list(@RequestParam Map<String, String> parameters) {
        Window window = Window.of(parameters);
        JsonNode found = calls.post("/query/historic-process-instances", FILTERS.query(parameters, window));
        return Hal.page(
                "historic-process-instances",
                View.each(found.path("data"), instance -> view(instance, parameters)),
                found.path("total").asLong(),
                window);
    }

    @GetMapping("/{id}")
    ObjectNode get(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        JsonNode instance = calls.get("/history/historic-process-instances/" + EngineCalls.encoded(id));
        Map<String, String> byId = new HashMap<>(parameters);
        byId.keySet().retainAll(List.of("includeProcessVariables"));
        byId.put("processInstanceId", id);
        JsonNode found = calls.post("/query/historic-process-instances", FILTERS.query(byId, new Window(0, 1)))
                .path("data")
                .path(0);
        return view(found.isObject() ? found : instance, parameters);
    }

    private ObjectNode view(JsonNode instance, Map<String, String> parameters) {
        ObjectNode view = View.of(instance, FIELDS);
        view.put("tenantId", options.tenant()).put("subscriptionId", EngineOptions.SUBSCRIPTION);
        String id = instance.path("id").asText();
        if (Boolean.parseBoolean(parameters.get("includeProcessVariables"))) {
            view.set("variables", secrets.masked(instance.path("variables"), id));
        }
        if (Boolean.parseBoolean(parameters.get("includeProcessComments"))) {
            view.set("comments", comments.ofInstance(id));
        }
        return view;
    }
}
