package dev.contentconnect.workflow.engine.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contentconnect.workflow.engine.EngineOptions;
import dev.contentconnect.workflow.engine.call.View;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flowable.engine.HistoryService;
import org.flowable.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** Running instances with the fields the vendor documents; the definition id is not among them. */
@Component
class InstanceViews {

    private static final List<String> FIELDS = List.of(
            "id",
            "name",
            "businessKey",
            "activityId",
            "startTime",
            "startUserId",
            "dueDate",
            "ended",
            "completed",
            "suspended",
            "processDefinitionName",
            "superProcessInstanceId",
            "callbackId",
            "callbackType");

    private final EngineOptions options;
    private final HistoryService history;
    private final SecretVariables secrets;
    private final Comments comments;

    InstanceViews(EngineOptions options, HistoryService history, SecretVariables secrets, Comments comments) {
        this.options = options;
        this.history = history;
        this.secrets = secrets;
        this.comments = comments;
    }

    List<JsonNode> list(JsonNode instances, Map<String, String> parameters) {
        Map<String, HistoricProcessInstance> records = records(instances);
        return View.each(instances, instance -> {
            ObjectNode view = view(instance, parameters);
            HistoricProcessInstance record = records.get(instance.path("id").asText());
            if (record != null) {
                view.put("superProcessInstanceId", record.getSuperProcessInstanceId());
                view.put("processDefinitionName", record.getProcessDefinitionName());
            }
            return view;
        });
    }

    ObjectNode view(JsonNode instance, Map<String, String> parameters) {
        ObjectNode view = View.of(instance, FIELDS);
        view.put("tenantId", options.tenant());
        view.put("subscriptionId", EngineOptions.SUBSCRIPTION);
        String id = instance.path("id").asText();
        if (Boolean.parseBoolean(parameters.get("includeProcessVariables"))) {
            view.set("variables", secrets.masked(instance.path("variables"), id));
        }
        if (Boolean.parseBoolean(parameters.get("includeProcessComments"))) {
            view.set("comments", comments.ofInstance(id));
        }
        return view;
    }

    // The engine fills these two only when one instance is asked for by id.
    private Map<String, HistoricProcessInstance> records(JsonNode instances) {
        Set<String> ids = new HashSet<>();
        instances.forEach(instance -> ids.add(instance.path("id").asText()));
        Map<String, HistoricProcessInstance> records = new HashMap<>();
        if (!ids.isEmpty()) {
            history.createHistoricProcessInstanceQuery()
                    .processInstanceIds(ids)
                    .list()
                    .forEach(record -> records.put(record.getId(), record));
        }
        return records;
    }
}
