package dev.contentconnect.workflow.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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

/** Tasks of all times; a null endTime means still open. */
@RestController
@RequestMapping("/workflow-history/v1/historic-task-instances")
class HistoricTaskController {

    private static final Filters FILTERS = Filters.same(
            "taskId",
            "processInstanceId",
            "processInstanceIdWithChildren",
            "processDefinitionKey",
            "processDefinitionKeyLike",
            "processDefinitionId",
            "processDefinitionName",
            "processDefinitionNameLike",
            "processBusinessKey",
            "processBusinessKeyLike",
            "executionId",
            "taskDefinitionKey",
            "taskDefinitionKeys",
            "taskName",
            "taskNameLike",
            "taskDescription",
            "taskDescriptionLike",
            "taskCategory",
            "taskDeleteReason",
            "taskDeleteReasonLike",
            "taskAssignee",
            "taskAssigneeLike",
            "taskOwner",
            "taskOwnerLike",
            "taskInvolvedUser",
            "taskPriority",
            "finished",
            "processFinished",
            "parentTaskId",
            "dueDate",
            "dueDateAfter",
            "dueDateBefore",
            "withoutDueDate",
            "taskCompletedOn",
            "taskCompletedAfter",
            "taskCompletedBefore",
            "taskCreatedOn",
            "taskCreatedAfter",
            "taskCreatedBefore",
            "includeTaskLocalVariables",
            "includeProcessVariables",
            "scopeDefinitionId",
            "scopeId",
            "scopeType");

    private static final List<String> FIELDS = List.of(
            "id",
            "name",
            "description",
            "assignee",
            "owner",
            "priority",
            "dueDate",
            "claimTime",
            "category",
            "formKey",
            "parentTaskId",
            "processInstanceId",
            "processDefinitionId",
            "executionId",
            "taskDefinitionKey",
            "startTime",
            "endTime",
            "durationInMillis",
            "workTimeInMillis",
            "deleteReason");

    private static final List<String> LINK = List.of("type", "user", "group");

    private final EngineCalls calls;
    private final EngineOptions options;
    private final SecretVariables secrets;
    private final Comments comments;

    HistoricTaskController(EngineCalls calls, EngineOptions options, SecretVariables secrets, Comments comments) {
        this.calls = calls;
        this.options = options;
        this.secrets = secrets;
        this.comments = comments;
    }

    @GetMapping
    ObjectNode list(@RequestParam Map<String, String> parameters) {
        Window window = Window.of(parameters);
        JsonNode found = calls.post("/query/historic-task-instances", FILTERS.query(parameters, window));
        return Hal.page(
                "historic-task-instances",
                View.each(found.path("data"), task -> view(task, parameters)),
                found.path("total").asLong(),
                window);
    }

    @GetMapping("/{id}")
    ObjectNode get(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        JsonNode task = calls.get("/history/historic-task-instances/" + EngineCalls.encoded(id));
        Map<String, String> byId = new HashMap<>(parameters);
        byId.keySet().retainAll(List.of("includeProcessVariables", "includeTaskLocalVariables"));
        byId.put("taskId", id);
        JsonNode found = calls.post("/query/historic-task-instances", FILTERS.query(byId, new Window(0, 1)))
                .path("data")
                .path(0);
        return view(found.isObject() ? found : task, parameters);
    }

    private ObjectNode view(JsonNode task, Map<String, String> parameters) {
        ObjectNode view = View.of(task, FIELDS);
        view.set("createTime", view.path("startTime"));
        view.put("tenantId", options.tenant()).put("subscriptionId", EngineOptions.SUBSCRIPTION);
        String id = task.path("id").asText();
        if (wanted(parameters, "includeProcessVariables") || wanted(parameters, "includeTaskLocalVariables")) {
            view.set(
                    "variables",
                    secrets.masked(
                            task.path("variables"),
                            task.path("processInstanceId").asText(null)));
        }
        if (wanted(parameters, "includeTaskComments")) {
            view.set("comments", comments.ofTask(id));
        }
        if (wanted(parameters, "includeTaskAssignments")) {
            JsonNode links =
                    calls.get("/history/historic-task-instances/" + EngineCalls.encoded(id) + "/identitylinks");
            view.set("assignments", JsonNodeFactory.instance.arrayNode().addAll(View.each(links, this::link)));
        }
        return view;
    }

    // Historic links say userId and groupId where running ones say user and group.
    private JsonNode link(JsonNode link) {
        ObjectNode view = View.of(link, LINK);
        view.set("user", View.of(link, List.of("userId")).path("userId"));
        view.set("group", View.of(link, List.of("groupId")).path("groupId"));
        return view;
    }

    private static boolean wanted(Map<String, String> parameters, String flag) {
        return Boolean.parseBoolean(parameters.get(flag));
    }
}
