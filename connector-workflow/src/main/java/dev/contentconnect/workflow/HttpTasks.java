package dev.contentconnect.workflow;

import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.api.Tasks;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.wire.WireTask;
import dev.contentconnect.workflow.wire.WireTaskAction;
import dev.contentconnect.workflow.wire.WireTaskChange;

/** Open tasks over HTTP. */
record HttpTasks(WorkflowHttp http) implements Tasks {
    @Override
    public Paged<WireTask> list(WorkflowQuery query) {
        return http.sorted("tasks.list", () -> http.action("tasks"), "tasks", query, "createTime", WireTask.class);
    }

    @Override
    public WireTask get(String id) {
        return http.read(
                HttpCall.get(
                        "tasks.get",
                        http.action("tasks", id)
                                .query("includeProcessVariables", true)
                                .query("includeTaskAssignments", true)
                                .query("includeTaskComments", true)
                                .build()),
                WireTask.class);
    }

    @Override
    public void act(String id, WireTaskAction action) {
        http.send(HttpCall.post(
                        "tasks." + action.action(), http.action("tasks", id).build())
                .json(action));
    }

    @Override
    public WireTask update(String id, WireTaskChange change) {
        return http.read(
                HttpCall.put("tasks.update", http.action("tasks", id).build()).json(change), WireTask.class);
    }
}
