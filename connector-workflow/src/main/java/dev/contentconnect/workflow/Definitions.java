package dev.contentconnect.workflow;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.wire.WireExecution;
import dev.contentconnect.workflow.wire.WireInstance;
import dev.contentconnect.workflow.wire.WireModel;
import dev.contentconnect.workflow.wire.WireTask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What process models say about tasks, kept for each definition id: a definition never changes, a new one gets another id.
 * The key is never cut out of a definition id, because long keys are missing there.
 */
final class Definitions {
    private static final Definition UNKNOWN = new Definition(null, Map.of());

    private final WorkflowClient client;
    private final Map<String, Definition> known = Recent.map();
    private final Map<String, String> definitionOfInstance = Recent.map();

    Definitions(WorkflowClient client) {
        this.client = client;
    }

    /** A model: its key and its user tasks. */
    record Definition(@Nullable String key, Map<String, TaskDefinition> tasks) {}

    Definition of(@Nullable String definitionId) {
        if (definitionId == null) {
            return UNKNOWN;
        }
        Definition cached = known.get(definitionId);
        if (cached != null) {
            return cached;
        }
        Definition read = read(definitionId);
        if (!read.equals(UNKNOWN)) {
            known.put(definitionId, read);
        }
        return read;
    }

    Definition of(WireTask task) {
        return of(definitionId(task));
    }

    /** The task's definition, also where the service sends neither its key nor its process definition. */
    Optional<TaskDefinition> task(WireTask task) {
        String key = keyed(task).taskDefinitionKey();
        return key == null
                ? Optional.empty()
                : Optional.ofNullable(of(task).tasks().get(key));
    }

    /** The task with its key in the model; a service that does not send it is asked where the task's execution stands. */
    WireTask keyed(WireTask task) {
        return task.taskDefinitionKey() != null ? task : task.withTaskDefinitionKey(activity(task));
    }

    @Nullable String definitionId(WireTask task) {
        return task.processDefinitionId() != null ? task.processDefinitionId() : ofInstance(task.processInstanceId());
    }

    /** The definition of an instance, which only the history tells. */
    @Nullable String ofInstance(@Nullable String instanceId) {
        if (instanceId == null) {
            return null;
        }
        String cached = definitionOfInstance.get(instanceId);
        if (cached != null) {
            return cached;
        }
        String id = Patience.found(() -> client.history().processInstance(instanceId))
                .map(WireInstance::processDefinitionId)
                .orElse(null);
        if (id != null) {
            definitionOfInstance.put(instanceId, id);
        }
        return id;
    }

    private @Nullable String activity(WireTask task) {
        String execution = task.executionId();
        return execution == null || task.endTime() != null
                ? null
                : client.executions().list(WorkflowQuery.ALL.with("id", execution)).stream()
                        .filter(one -> execution.equals(one.id()))
                        .map(WireExecution::activityId)
                        .findFirst()
                        .orElse(null);
    }

    private Definition read(String definitionId) {
        try {
            List<WireModel> models =
                    client.models().list(WorkflowQuery.ALL.with("processDefinitionId", definitionId)).stream()
                            .filter(model -> model.processDefinitionId() == null
                                    || definitionId.equals(model.processDefinitionId()))
                            .toList();
            if (models.isEmpty() || models.get(0).id() == null) {
                return UNKNOWN;
            }
            WireModel head = models.get(0);
            String id = String.valueOf(head.id());
            Map<String, TaskDefinition> tasks =
                    ModelContent.tasks(client.models().get(id, "json").modelContent());
            if (tasks.isEmpty()) {
                tasks = ModelContent.tasks(client.models().get(id, "xml").modelContent());
            }
            return new Definition(head.key(), Map.copyOf(tasks));
        } catch (ConnectorException e) {
            // Who may work on tasks may still not see models; then nothing can be checked, and that is not an error.
            if (e.kind() == ErrorKind.FORBIDDEN || e.kind() == ErrorKind.NOT_FOUND) {
                return UNKNOWN;
            }
            throw e;
        }
    }
}
