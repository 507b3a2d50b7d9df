package dev.contentconnect.workflow;

import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.api.Executions;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.wire.WireExecution;
import dev.contentconnect.workflow.wire.WireExecutionAction;
import java.util.Optional;

/** Executions over HTTP. */
record HttpExecutions(WorkflowHttp http) implements Executions {
    @Override
    public Paged<WireExecution> list(WorkflowQuery query) {
        return http.list(
                "executions.list",
                () -> http.action("process-instances", "executions"),
                "executions",
                http.config().filterByCurrentSubscription() ? query.with("filterByCurrentSubscription", true) : query,
                WireExecution.class);
    }

    @Override
    public Optional<WireExecution> act(String id, WireExecutionAction action) {
        // A PUT by name only: the same message twice moves an instance twice.
        return http.readIfAny(
                HttpCall.put(
                                "executions." + action.action(),
                                http.action("process-instances", "executions", id)
                                        .build())
                        .effect(Effect.UNSAFE)
                        .json(action),
                WireExecution.class);
    }
}
