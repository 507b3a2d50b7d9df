package dev.contentconnect.workflow;

import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.wire.WireComment;
import dev.contentconnect.workflow.wire.WireInstance;
import dev.contentconnect.workflow.wire.WireModel;
import dev.contentconnect.workflow.wire.WireStart;
import dev.contentconnect.workflow.wire.WireTask;
import java.util.Map;

/** {@link WorkflowClient} over HTTP: one short method for each endpoint. */
final class HttpWorkflowClient implements WorkflowClient {
    private final WorkflowHttp http;
    private final HttpTasks tasks;

    HttpWorkflowClient(WorkflowConfig config) {
        this.http = new WorkflowHttp(config);
        this.tasks = new HttpTasks(http);
    }

    @Override
    public Models models() {
        return new HttpModels(http);
    }

    @Override
    public ProcessInstances processInstances() {
        return new HttpInstances(http);
    }

    @Override
    public Executions executions() {
        return new HttpExecutions(http);
    }

    @Override
    public Tasks tasks() {
        return tasks;
    }

    @Override
    public Comments comments() {
        return new HttpComments(http, tasks);
    }

    @Override
    public Attachments attachments() {
        return new HttpAttachments(http);
    }

    @Override
    public Variables variables() {
        return new HttpVariables(http);
    }

    @Override
    public Assignments assignments() {
        return new HttpAssignments(http);
    }

    @Override
    public History history() {
        return new HttpHistory(http);
    }

    @Override
    public void close() {
        http.close();
    }

    private record HttpModels(WorkflowHttp http) implements Models {
        @Override
        public WireModel create(WireModel model) {
            return http.read(
                    HttpCall.post(
                                    "models.create",
                                    http.action("runtime", "models").build())
                            .json(model),
                    WireModel.class);
        }

        @Override
        public Paged<WireModel> list(WorkflowQuery query) {
            return http.list("models.list", () -> http.action("runtime", "models"), "models", query, WireModel.class);
        }

        @Override
        public WireModel get(String id, String modelType) {
            return http.read(
                    HttpCall.get(
                            "models.get",
                            http.action("runtime", "models", id)
                                    .query("modelType", modelType)
                                    .build()),
                    WireModel.class);
        }

        @Override
        public void delete(String id) {
            http.send(HttpCall.delete(
                    "models.delete", http.action("runtime", "models", id).build()));
        }
    }

    private record HttpInstances(WorkflowHttp http) implements ProcessInstances {
        private static final String PATH = "process-instances";

        @Override
        public WireInstance start(WireStart start) {
            return http.read(
                    HttpCall.post("processInstances.start", http.action(PATH).build())
                            .json(start),
                    WireInstance.class);
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

    private record HttpHistory(WorkflowHttp http) implements History {
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
                                    .build()),
                    WireTask.class);
        }
    }
}
