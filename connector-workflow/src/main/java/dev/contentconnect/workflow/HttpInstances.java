package dev.contentconnect.workflow;

import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.api.ProcessInstances;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.wire.WireComment;
import dev.contentconnect.workflow.wire.WireInstance;
import dev.contentconnect.workflow.wire.WireStart;
import java.util.Map;

/** Running instances over HTTP. */
record HttpInstances(WorkflowHttp http) implements ProcessInstances {
    private static final String PATH = "process-instances";

    @Override
    public WireInstance start(WireStart start) {
        HttpCall.Builder call = HttpCall.post(
                        "processInstances.start", http.action(PATH).build())
                .json(start);
        // One of them is among the variables.
        http.config().callbackSecrets().forEach(call::secret);
        return http.read(call, WireInstance.class);
    }

    @Override
    public Paged<WireInstance> list(WorkflowQuery query) {
        return http.sorted(
                "processInstances.list", () -> http.action(PATH), PATH, query, "startTime", WireInstance.class);
    }

    @Override
    public WireInstance get(String id) {
        return http.read(
                HttpCall.get(
                        "processInstances.get",
                        http.action(PATH, id)
                                .query("includeProcessVariables", true)
                                .build()),
                WireInstance.class);
    }

    @Override
    public void suspend(String id, String comment) {
        change("processInstances.suspend", id, "suspend", comment);
    }

    @Override
    public void activate(String id, String comment) {
        change("processInstances.activate", id, "activate", comment);
    }

    private void change(String operation, String id, String action, String comment) {
        http.send(HttpCall.put(operation, http.action(PATH, id).build())
                .json(Map.of("action", action, "comment", WireComment.of(comment))));
    }

    @Override
    public void delete(String id, String reason) {
        http.send(HttpCall.delete(
                "processInstances.delete",
                http.action(PATH, id).query("deleteReason", reason).build()));
    }

    @Override
    public byte[] diagram(String id) {
        return http.bytes(HttpCall.get(
                "processInstances.diagram", http.action(PATH, id, "diagram").build()));
    }
}
