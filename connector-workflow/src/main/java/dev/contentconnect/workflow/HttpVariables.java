package dev.contentconnect.workflow;

import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.wire.WireVariable;
import java.util.List;

/** Variables of instances over HTTP. */
record HttpVariables(WorkflowHttp http) implements WorkflowClient.Variables {
    private static final String VARIABLES = "variables";

    @Override
    public Paged<WireVariable> ofInstance(String instanceId) {
        return http.list(
                "variables.ofInstance",
                () -> http.action("process-instances", instanceId, VARIABLES),
                VARIABLES,
                WorkflowQuery.ALL,
                WireVariable.class);
    }

    @Override
    public void put(String instanceId, List<WireVariable> variables) {
        http.send(HttpCall.put(
                        "variables.put",
                        http.action("process-instances", instanceId, VARIABLES).build())
                .json(variables));
    }

    @Override
    public void create(String instanceId, List<WireVariable> variables) {
        http.send(HttpCall.post(
                        "variables.create",
                        http.action("process-instances", instanceId, VARIABLES).build())
                .json(variables));
    }
}
