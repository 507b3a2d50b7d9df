package dev.contentconnect.workflow.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contentconnect.workflow.engine.call.EngineCalls;
import dev.contentconnect.workflow.engine.call.EngineRefusal;
import dev.contentconnect.workflow.engine.call.Filters;
import dev.contentconnect.workflow.engine.call.Hal;
import dev.contentconnect.workflow.engine.call.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finding and changing open tasks. */
@RestController
@RequestMapping("/workflow/v1/tasks")
class TaskController {

    private static final Filters FILTERS = Filters.same(
                    "name",
                    "nameLike",
                    "description",
                    "priority",
                    "minimumPriority",
                    "maximumPriority",
                    "assignee",
                    "assigneeLike",
                    "owner",
                    "ownerLike",
                    "unassigned",
                    "delegationState",
                    "candidateUser",
                    "candidateGroup",
                    "involvedUser",
                    "candidateOrAssigned",
                    "processInstanceId",
                    "processInstanceIdWithChildren",
                    "processInstanceBusinessKey",
                    "processInstanceBusinessKeyLike",
                    "processDefinitionId",
                    "processDefinitionKey",
                    "processDefinitionKeyLike",
                    "processDefinitionName",
                    "processDefinitionNameLike",
                    "executionId",
                    "category",
                    "createdOn",
                    "createdBefore",
                    "createdAfter",
                    "dueBefore",
                    "dueAfter",
                    "withoutDueDate",
                    "excludeSubTasks",
                    "active",
                    "includeTaskLocalVariables",
                    "includeProcessVariables")
            .renamed("id", "taskId")
            .renamed("candidateGroups", "candidateGroupIn")
            .renamed("dueOn", "dueDate");

    private static final List<String> CHANGEABLE =
            List.of("name", "description", "dueDate", "priority", "owner", "assignee", "category");

    private final EngineCalls calls;
    private final TaskViews views;
    private final Assignments assignments;

    TaskController(EngineCalls calls, TaskViews views, Assignments assignments) {
        this.calls = calls;
        this.views = views;
        this.assignments = assignments;
    }

    @GetMapping
    ObjectNode list(@RequestParam Map<String, String> parameters) {
        Window window = Window.of(parameters);
        JsonNode found = calls.post("/query/tasks", FILTERS.query(parameters, window));
        return Hal.page(
                "tasks",
                present(found.path("data"), parameters),
                found.path("total").asLong(),
                window);
    }

    /** A task that ends while its page is made up is left out: its assignments and comments are asked for one by one. */
    private List<JsonNode> present(JsonNode tasks, Map<String, String> parameters) {
        List<JsonNode> present = new ArrayList<>();
        for (JsonNode task : tasks) {
            try {
                present.add(views.view(task, parameters));
            } catch (EngineRefusal gone) {
                if (!gone.isNotFound()) {
                    throw gone;
                }
            }
        }
        return present;
    }

    @GetMapping("/{id}")
    ObjectNode get(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        JsonNode task = calls.get(path(id));
        Map<String, String> byId = new HashMap<>(parameters);
        byId.put("id", id);
        byId.keySet().retainAll(List.of("id", "includeProcessVariables", "includeTaskLocalVariables"));
        JsonNode found = calls.post("/query/tasks", FILTERS.query(byId, new Window(0, 1)));
        return views.view(
                found.path("data").path(0).isObject() ? found.path("data").path(0) : task, parameters);
    }

    @PutMapping("/{id}")
    ObjectNode change(@PathVariable String id, @RequestBody ObjectNode request) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        // A null clears and a missing field keeps, so the fields are copied one by one.
        CHANGEABLE.stream().filter(request::has).forEach(field -> body.set(field, request.get(field)));
        JsonNode task = calls.put(path(id), body);
        if (request.path("assignments").isArray()) {
            assignments.replace(id, request.path("assignments"));
            task = calls.get(path(id));
        }
        return views.view(task, Map.of());
    }

    private static String path(String id) {
        return "/runtime/tasks/" + EngineCalls.encoded(id);
    }
}
