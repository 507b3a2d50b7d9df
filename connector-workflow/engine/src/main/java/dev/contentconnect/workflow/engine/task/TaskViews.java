package dev.contentconnect.workflow.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contentconnect.workflow.engine.EngineOptions;
import dev.contentconnect.workflow.engine.call.View;
import dev.contentconnect.workflow.engine.process.Comments;
import dev.contentconnect.workflow.engine.process.SecretVariables;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Open tasks with the fields the vendor documents, and on request only the extras that cost a call each. */
@Component
class TaskViews {

    private static final List<String> FIELDS = List.of(
            "id",
            "name",
            "description",
            "assignee",
            "owner",
            "delegationState",
            "priority",
            "dueDate",
            "createTime",
            "claimTime",
            "category",
            "formKey",
            "parentTaskId",
            "processInstanceId",
            "executionId",
            "suspended");

    private static final List<String> INFERRED = List.of("taskDefinitionKey", "processDefinitionId");

    private final EngineOptions options;
    private final SecretVariables secrets;
    private final Comments comments;
    private final Assignments assignments;

    TaskViews(EngineOptions options, SecretVariables secrets, Comments comments, Assignments assignments) {
        this.options = options;
        this.secrets = secrets;
        this.comments = comments;
        this.assignments = assignments;
    }

    ObjectNode view(JsonNode task, Map<String, String> parameters) {
        ObjectNode view = View.of(task, FIELDS);
        if (!options.documentedFieldsOnly()) {
            view.setAll(View.of(task, INFERRED));
            view.put("tenantId", options.tenant());
            view.put("subscriptionId", EngineOptions.SUBSCRIPTION);
        }
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
            view.set("assignments", assignments.of(id));
        }
        return view;
    }

    private static boolean wanted(Map<String, String> parameters, String flag) {
        return Boolean.parseBoolean(parameters.get(flag));
    }
}
