package dev.contentconnect.smintio;

import static dev.contentconnect.smintio.SmintioConnector.REFUSED;

import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.smintio.api.Operation;
import dev.contentconnect.smintio.api.PortalTasks;
import dev.contentconnect.smintio.api.TaskDecisions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tasks over HTTP. */
record HttpTasks(HttpPortal portal) implements PortalTasks {
    private static final String HANDLER = "taskHandlerId";

    @Override
    public Map<String, @Nullable Object> form(String handler) {
        Operation operation = Operation.read("ITaskManagementRead", "getTaskHandlerTaskCreationFormAsync");
        return portal.run(operation, Map.of(HANDLER, handler)).get("taskActionDescriptor") instanceof Map<?, ?> form
                ? SmintioHttp.names(form)
                : Map.of();
    }

    private static Map<String, Object> filled(String handler, List<Map<String, Object>> values) {
        return Map.of(HANDLER, handler, "formFieldValues", Map.of("values", values));
    }

    @Override
    public List<Map<String, @Nullable Object>> validate(String handler, List<Map<String, Object>> values) {
        Operation operation = Operation.read("ITaskManagementCreate", "validateCreateTaskFormFieldValuesAsync");
        return problems(portal.run(operation, filled(handler, values)));
    }

    private static List<Map<String, @Nullable Object>> problems(Map<String, @Nullable Object> result) {
        return result.get("formGroupsDefinition") instanceof Map<?, ?> form
                ? SmintioHttp.objects(form.get("validationErrors"))
                : List.of();
    }

    /** A task that was not made comes as a task that ended well. */
    @Override
    public Map<String, @Nullable Object> create(String handler, List<Map<String, Object>> values) {
        Operation operation = Operation.make("ITaskManagementCreate", "createTaskAsync");
        Map<String, @Nullable Object> result = portal.run(operation, filled(handler, values));
        if (Boolean.TRUE.equals(result.get("succeeded"))) {
            return result;
        }
        String wrong = problems(result).stream()
                .map(one -> one.get("formItemId") + ": " + one.get("errorCode"))
                .collect(Collectors.joining(", "));
        throw REFUSED.rejected(
                operation.toString(),
                "task_not_created",
                wrong.isEmpty() ? "the portal made no task and does not say why" : wrong);
    }

    @Override
    public void decide(String task, String action, @Nullable String note) {
        TaskDecisions host = portal.config().ports().tasks();
        if (host == null) {
            throw NotOffered.by(
                    SmintioConnector.SYSTEM,
                    "portal.tasks.decide",
                    "Smint.io publishes no decision on tasks; give a TaskDecisions of your own");
        }
        host.decide(task, action, note);
    }
}
