package dev.contentconnect.workflow;

import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.api.History;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.wire.WireInstance;
import dev.contentconnect.workflow.wire.WireTask;

/** The history over HTTP. */
record HttpHistory(WorkflowHttp http) implements History {
    private static final String INSTANCES = "historic-process-instances";
    private static final String TASKS = "historic-task-instances";

    @Override
    public Paged<WireInstance> processInstances(WorkflowQuery query) {
        return http.sorted(
                "history.processInstances",
                () -> http.history(INSTANCES),
                INSTANCES,
                query,
                "startTime",
                WireInstance.class);
    }

    @Override
    public WireInstance processInstance(String id) {
        return http.read(
                HttpCall.get(
                        "history.processInstance",
                        http.history(INSTANCES, id)
                                .query("includeProcessVariables", true)
                                .build()),
                WireInstance.class);
    }

    @Override
    public Paged<WireTask> tasks(WorkflowQuery query) {
        return http.sorted("history.tasks", () -> http.history(TASKS), TASKS, query, "startTime", WireTask.class);
    }

    @Override
    public WireTask task(String id) {
        return http.read(
                HttpCall.get(
                        "history.task",
                        http.history(TASKS, id)
                                .query("includeProcessVariables", true)
                                .query("includeTaskAssignments", true)
                                .query("includeTaskComments", true)
                                .build()),
                WireTask.class);
    }
}
