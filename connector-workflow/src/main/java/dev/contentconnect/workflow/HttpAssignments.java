package dev.contentconnect.workflow;

import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.api.Assignments;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.wire.WireAssignment;
import java.util.List;

/** Assignments over HTTP. Whether a body is one or many is not documented, hence an option. */
record HttpAssignments(WorkflowHttp http) implements Assignments {
    private static final String ASSIGNMENTS = "assignments";

    @Override
    public Paged<WireAssignment> list(String taskId) {
        return http.list(
                "assignments.list",
                () -> http.action("tasks", taskId, ASSIGNMENTS),
                ASSIGNMENTS,
                WorkflowQuery.ALL,
                WireAssignment.class);
    }

    @Override
    public void add(String taskId, List<WireAssignment> assignments) {
        send("assignments.add", "POST", taskId, assignments);
    }

    @Override
    public void put(String taskId, List<WireAssignment> assignments) {
        send("assignments.put", "PUT", taskId, assignments);
    }

    @Override
    public void remove(String taskId, List<WireAssignment> assignments) {
        send("assignments.remove", "DELETE", taskId, assignments);
    }

    private void send(String operation, String method, String taskId, List<WireAssignment> assignments) {
        List<?> bodies =
                http.config().assignmentsAsArray() && !assignments.isEmpty() ? List.of(assignments) : assignments;
        for (Object body : bodies) {
            // The same assignment twice is one assignment.
            http.send(HttpCall.of(
                            operation,
                            method,
                            http.action("tasks", taskId, ASSIGNMENTS).build(),
                            Effect.IDEMPOTENT)
                    .json(body));
        }
    }
}
