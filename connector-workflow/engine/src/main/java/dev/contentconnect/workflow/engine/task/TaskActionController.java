package dev.contentconnect.workflow.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contentconnect.workflow.engine.call.EngineCalls;
import dev.contentconnect.workflow.engine.call.FacadeRefusal;
import dev.contentconnect.workflow.engine.model.Dialect;
import dev.contentconnect.workflow.engine.process.SecretVariables;
import java.util.Optional;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.engine.RepositoryService;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What can be done with an open task. */
@RestController
class TaskActionController {

    private final EngineCalls calls;
    private final RepositoryService models;
    private final SecretVariables secrets;

    TaskActionController(EngineCalls calls, RepositoryService models, SecretVariables secrets) {
        this.calls = calls;
        this.models = models;
        this.secrets = secrets;
    }

    @PostMapping("/workflow/v1/tasks/{id}")
    void act(@PathVariable String id, @RequestBody ObjectNode request) {
        String path = "/runtime/tasks/" + EngineCalls.encoded(id);
        JsonNode task = calls.get(path);
        ObjectNode body = request.deepCopy();
        switch (request.path("action").asText("")) {
            case "complete" -> prepareCompletion(task, body);
            case "claim" -> requireAssignee(body);
            case "unclaim" -> body.put("action", "claim").putNull("assignee"); // the engine's way to say it
            default -> {
                // delegate, resolve and whatever the engine refuses
            }
        }
        calls.post(path, body);
    }

    private static void requireAssignee(ObjectNode body) {
        if (body.path("assignee").asText("").isBlank()) {
            throw FacadeRefusal.badRequest("An assignee is required when claiming a task.");
        }
    }

    // The engine ignores an outcome unless a form is attached; the vendor writes it to the task's outcome variable,
    // and never looks whether the word is among the possible ones.
    private void prepareCompletion(JsonNode task, ObjectNode body) {
        secrets.rememberMarked(task.path("processInstanceId").asText(), body.path("variables"));
        JsonNode outcome = body.remove("outcome");
        if (outcome != null && !outcome.isNull()) {
            outcomeVariable(task)
                    .ifPresent(variable -> body.withArray("variables")
                            .addObject()
                            .put("name", variable)
                            .put("type", "string")
                            .put("value", outcome.asText()));
        }
    }

    private Optional<String> outcomeVariable(JsonNode task) {
        if (!task.hasNonNull("processDefinitionId") || !task.hasNonNull("taskDefinitionKey")) {
            return Optional.empty();
        }
        FlowElement element = models.getBpmnModel(
                        task.path("processDefinitionId").asText())
                .getMainProcess()
                .getFlowElement(task.path("taskDefinitionKey").asText(), true);
        return Dialect.attribute(element, "outcomeVariable");
    }
}
