package dev.contentconnect.workflow;

import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.api.Variables;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.wire.WireVariable;
import java.util.List;
import java.util.Objects;

/** Variables over HTTP. */
record HttpVariables(WorkflowHttp http) implements Variables {
    private static final String VARIABLES = "variables";

    @Override
    public Paged<WireVariable> ofInstance(String instanceId, WorkflowQuery query) {
        return http.list("variables.ofInstance", () -> instance(instanceId), VARIABLES, query, WireVariable.class);
    }

    @Override
    public void create(String instanceId, List<WireVariable> variables) {
        http.send(
                HttpCall.post("variables.create", instance(instanceId).build()).json(variables));
    }

    @Override
    public void put(String instanceId, WireVariable variable) {
        String name = Objects.requireNonNull(variable.name(), "name");
        http.send(HttpCall.put("variables.put", instance(instanceId).path(name).build())
                .json(variable));
    }

    @Override
    public void putAll(String instanceId, List<WireVariable> variables) {
        http.send(HttpCall.put("variables.putAll", instance(instanceId).build()).json(variables));
    }

    @Override
    public Paged<WireVariable> ofTask(String taskId, WorkflowQuery query) {
        return http.list("variables.ofTask", () -> task(taskId), VARIABLES, query, WireVariable.class);
    }

    @Override
    public void createForTask(String taskId, List<WireVariable> variables) {
        http.send(HttpCall.post("variables.createForTask", task(taskId).build()).json(variables));
    }

    private RequestUri instance(String id) {
        return http.action("process-instances", id, VARIABLES);
    }

    private RequestUri task(String id) {
        return http.action("tasks", id, VARIABLES);
    }
}
