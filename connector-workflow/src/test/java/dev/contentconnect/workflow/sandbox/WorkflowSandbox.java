package dev.contentconnect.workflow.sandbox;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.workflow.sandbox.SandboxState.Instance;
import dev.contentconnect.workflow.sandbox.SandboxState.Refusal;
import dev.contentconnect.workflow.sandbox.SandboxState.Task;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The Workflow Service as a stateful fake: paths, pages, error bodies and pitfalls of the service, and the shipped models
 * in simple. No timers and no callbacks. Empty at first: deploy models as on the real service.
 */
public final class WorkflowSandbox extends Sandbox {
    /** The one tenant. */
    public static final String TENANT = "11111111-2222-3333-4444-555555555555";

    /** The one client. */
    public static final String CLIENT_ID = "sandbox-client";

    /** The secret of the client. */
    public static final String CLIENT_SECRET = "sandbox-secret-7d1f";

    private static final String API = "/workflow/v1";
    private static final String HISTORY = "/workflow-history/v1";

    private final SandboxEngine engine;
    private final SandboxViews views = new SandboxViews();
    private final SandboxLists lists = new SandboxLists();
    private int historyLag;
    private boolean taskComments = true;

    /** A sandbox on the machine's clock. */
    public WorkflowSandbox() {
        this(TimeSource.system());
    }

    /**
     * A sandbox.
     *
     * @param time its clock
     */
    public WorkflowSandbox(TimeSource time) {
        engine = new SandboxEngine(time);
        models();
        processes();
        tasks();
        history();
    }

    /**
     * How lists are wrapped.
     *
     * @param value {@code hal}, {@code engine} or {@code artefact}
     */
    public void envelope(String value) {
        lists.envelope = value;
    }

    /**
     * Lets the next reads of the history find nothing, as if it was written late.
     *
     * @param reads how many
     */
    public void lagHistory(int reads) {
        historyLag = reads;
    }

    /** Takes away comments of tasks: 404, as a service without them answers. */
    public void withoutTaskComments() {
        taskComments = false;
    }

    /** Leaves out of tasks what is only inferred: the key in the model and the definition. */
    public void documentedFieldsOnly() {
        views.documentedOnly = true;
    }

    /** Ignores {@code offset}: every page is the first one. */
    public void ignoreOffset() {
        lists.ignoreOffset = true;
    }

    @Override
    protected SandboxResponse handle(SandboxRequest request) {
        try {
            if (request.path().startsWith("/tenants/")) {
                return token(request);
            }
            if (!isValid(request.bearer().orElse(null))) {
                return SandboxResponse.json(
                        401,
                        Map.of(
                                "fault",
                                Map.of(
                                        "faultstring",
                                        "Invalid Access Token",
                                        "detail",
                                        Map.of("errorcode", "keymanagement.service.invalid_access_token"))));
            }
            return super.handle(request);
        } catch (Refusal e) {
            return SandboxResponse.json(
                    e.status, Map.of("message", e.kind, "exception", Objects.toString(e.getMessage(), "")));
        }
    }

    private SandboxResponse token(SandboxRequest request) {
        boolean json = request.header("Content-Type").orElse("").startsWith("application/json");
        Map<String, ?> fields = json ? request.json() : request.form();
        boolean good = CLIENT_ID.equals(fields.get("client_id")) && CLIENT_SECRET.equals(fields.get("client_secret"));
        if (!request.path().equals("/tenants/" + TENANT + "/oauth2/token") || !good) {
            return SandboxResponse.json(
                    401, Map.of("error", "invalid_client", "error_description", "Client authentication failed"));
        }
        return SandboxResponse.json(Map.of("access_token", issueToken(), "token_type", "Bearer", "expires_in", 900));
    }

    private void models() {
        route("POST", API + "/runtime/models", request -> {
            if (!"xml".equals(request.json().get("modelType"))) {
                throw Refusal.bad("the sandbox takes modelType xml only");
            }
            String xml = new String(
                    Base64.getMimeDecoder().decode(String.valueOf(request.json().get("modelContent"))),
                    StandardCharsets.UTF_8);
            return SandboxResponse.json(201, engine.deploy(xml).head());
        });
        route("GET", API + "/runtime/models", request -> {
            boolean latest =
                    request.query("latestVersion").map(Boolean::parseBoolean).orElse(false);
            List<SandboxModel> found = engine.models.stream()
                    .filter(one -> request.query("key").map(one.key()::equals).orElse(true))
                    .filter(one -> request.query("processDefinitionId")
                            .map(one.definitionId()::equals)
                            .orElse(true))
                    .filter(one -> !latest || engine.newest(one.key()).equals(one))
                    .toList();
            return lists.page(
                    request, "models", found.stream().map(SandboxModel::head).toList());
        });
        route("GET", API + "/runtime/models/{id}", request -> {
            SandboxModel model = engine.models.stream()
                    .filter(one -> one.id().equals(request.parameter("id")))
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound("model", request.parameter("id")));
            Map<String, Object> out = model.head();
            String type = request.query("modelType").orElse("");
            if (type.equals("json")) {
                out.put("modelContent", model.json());
            } else if (type.equals("xml")) {
                out.put(
                        "modelContent",
                        Base64.getEncoder().encodeToString(model.xml().getBytes(StandardCharsets.UTF_8)));
            }
            return SandboxResponse.json(out);
        });
        route("DELETE", API + "/runtime/models/{id}", request -> {
            engine.models.removeIf(one -> one.id().equals(request.parameter("id")));
            return SandboxResponse.status(204);
        });
    }

    private void processes() {
        route("POST", API + "/process-instances", request -> {
            Map<String, @Nullable Object> body = request.json();
            if (!(body.get("processDefinitionKey") instanceof String key)) {
                throw Refusal.bad("Either processDefinitionId, processDefinitionKey or message is required.");
            }
            Instance instance = engine.start(key, null);
            instance.businessKey = (String) body.get("businessKey");
            instance.name = (String) body.get("name");
            instance.starter = "service-" + CLIENT_ID;
            set(instance, body.get("variables"));
            if (body.get("comment") instanceof Map<?, ?> comment) {
                instance.comments.add(views.comment(comment, instance.id, null, engine.time.now()));
            }
            engine.begin(instance);
            return SandboxResponse.json(201, views.instance(instance, false, false));
        });
        route(
                "GET",
                API + "/process-instances",
                request -> lists.page(
                        request,
                        "process-instances",
                        lists.instances(request, engine.instances.values(), true).stream()
                                .map(one -> views.instance(one, wanted(request, "includeProcessVariables"), false))
                                .toList()));
        route("GET", API + "/process-instances/executions", this::executions);
        route("PUT", API + "/process-instances/executions/{id}", request -> {
            Instance instance = running(request.parameter("id"));
            boolean known = "messageEventReceived".equals(request.json().get("action"))
                    && "contentconnect-new-version".equals(request.json().get("messageName"))
                    && SandboxEngine.shortKey(instance).equals("approval");
            if (!known) {
                throw Refusal.broken("Execution with id '" + instance.id
                        + "' does not have a subscription to a message event with name '"
                        + request.json().get("messageName") + "'");
            }
            set(instance, request.json().get("variables"));
            engine.voidAnswers(instance);
            return SandboxResponse.status(204);
        });
        route(
                "GET",
                API + "/process-instances/{id}",
                request -> SandboxResponse.json(views.instance(
                        running(request.parameter("id")), wanted(request, "includeProcessVariables"), false)));
        route("PUT", API + "/process-instances/{id}", request -> {
            Instance instance = running(request.parameter("id"));
            boolean suspend = "suspend".equals(request.json().get("action"));
            if (instance.suspended == suspend) {
                throw Refusal.conflict("Process instance with id '" + instance.id + "' is already "
                        + (suspend ? "suspended." : "active."));
            }
            instance.suspended = suspend;
            if (request.json().get("comment") instanceof Map<?, ?> comment) {
                instance.comments.add(views.comment(comment, instance.id, null, engine.time.now()));
            }
            return SandboxResponse.json(views.instance(instance, false, false));
        });
        route("DELETE", API + "/process-instances/{id}", request -> {
            Instance instance = running(request.parameter("id"));
            String reason = request.query("deleteReason").orElse("deleted");
            engine.tasks.values().stream()
                    .filter(task -> task.end == null && task.instance.root() == instance)
                    .forEach(task -> engine.endTask(task, reason));
            engine.instances.values().stream()
                    .filter(one -> one.end == null && one.root() == instance)
                    .forEach(one -> engine.endInstance(one, reason));
            return SandboxResponse.status(204);
        });
        route("GET", API + "/process-instances/{id}/comments", request -> {
            List<Map<String, Object>> newestFirst = new ArrayList<>(running(request.parameter("id")).comments);
            Collections.reverse(newestFirst);
            return lists.page(request, "comments", newestFirst);
        });
        route("POST", API + "/process-instances/{id}/comments", request -> {
            Instance instance = running(request.parameter("id"));
            if (instance.suspended) {
                throw Refusal.broken("Cannot add a comment to a suspended execution");
            }
            Map<String, Object> comment = views.comment(request.json(), instance.id, null, engine.time.now());
            instance.comments.add(comment);
            return SandboxResponse.json(201, comment);
        });
        route(
                "GET",
                API + "/process-instances/{id}/variables",
                request -> lists.page(request, "variables", views.variables(running(request.parameter("id")))));
        route("PUT", API + "/process-instances/{id}/variables", request -> {
            set(running(request.parameter("id")), Json.decodePlain(request.body()));
            return SandboxResponse.json(201, List.of());
        });
        route("POST", API + "/process-instances/{id}/variables", request -> {
            Instance instance = running(request.parameter("id"));
            for (Object one : (List<?>) Objects.requireNonNull(Json.decodePlain(request.body()))) {
                if (instance.variables.containsKey(String.valueOf(((Map<?, ?>) one).get("name")))) {
                    throw Refusal.conflict("Variable is already present on execution '" + instance.id + "'.");
                }
            }
            set(instance, Json.decodePlain(request.body()));
            return SandboxResponse.json(201, List.of());
        });
    }

    private SandboxResponse executions(SandboxRequest request) {
        List<Map<String, @Nullable Object>> out = new ArrayList<>();
        String waitsFor = request.query("messageEventSubscriptionName").orElse(null);
        for (Instance one : engine.instances.values()) {
            boolean message = SandboxEngine.shortKey(one).equals("approval");
            boolean fits =
                    request.query("processInstanceId").map(one.id::equals).orElse(true)
                            && request.query("id").isEmpty()
                            && (waitsFor == null || (message && waitsFor.equals("contentconnect-new-version")));
            if (one.end == null && fits) {
                Map<String, @Nullable Object> execution = new LinkedHashMap<>();
                execution.put("id", one.id);
                execution.put("processInstanceId", one.id);
                execution.put("activityId", null);
                out.add(execution);
            }
        }
        for (Task task : engine.tasks.values()) {
            if (task.end == null
                    && request.query("id").map(("e-" + task.id)::equals).orElse(false)) {
                out.add(new LinkedHashMap<>(Map.of(
                        "id", "e-" + task.id, "processInstanceId", task.instance.id, "activityId", task.step.id())));
            }
        }
        return lists.page(request, "executions", out);
    }

    private void tasks() {
        route(
                "GET",
                API + "/tasks",
                request -> lists.page(
                        request,
                        "tasks",
                        lists.tasks(request, engine.tasks.values(), true).stream()
                                .map(one -> views.task(one, request, false))
                                .toList()));
        route("GET", API + "/tasks/{id}", request -> SandboxResponse.json(views.task(open(request), request, false)));
        route("POST", API + "/tasks/{id}", request -> {
            act(open(request), request.json());
            return SandboxResponse.status(200);
        });
        route("PUT", API + "/tasks/{id}", request -> {
            Task task = open(request);
            Map<String, @Nullable Object> body = request.json();
            task.priority = body.get("priority") instanceof Number number ? number.intValue() : task.priority;
            task.due = body.containsKey("dueDate") ? (String) body.get("dueDate") : task.due;
            task.assignee = body.containsKey("assignee") ? (String) body.get("assignee") : task.assignee;
            task.name = body.containsKey("name") ? (String) body.get("name") : task.name;
            return SandboxResponse.json(views.task(task, request, false));
        });
        route("GET", API + "/tasks/{id}/comments", request -> {
            requireTaskComments();
            return lists.page(request, "comments", open(request).comments);
        });
        route("POST", API + "/tasks/{id}/comments", request -> {
            requireTaskComments();
            Task task = open(request);
            Map<String, Object> comment = views.comment(request.json(), task.instance.id, task.id, engine.time.now());
            task.comments.add(comment);
            return SandboxResponse.json(201, comment);
        });
        route(
                "GET",
                API + "/tasks/{id}/attachments",
                request -> lists.page(request, "attachments", open(request).attachments));
        route("POST", API + "/tasks/{id}/attachments", request -> {
            Map<String, Object> attachment = new LinkedHashMap<>();
            request.json().forEach((name, value) -> attachment.put(name, String.valueOf(value)));
            attachment.put("id", SandboxEngine.newId());
            open(request).attachments.add(attachment);
            return SandboxResponse.json(201, attachment);
        });
        route("DELETE", API + "/tasks/{id}/attachments/{attachment}", request -> {
            open(request)
                    .attachments
                    .removeIf(one -> request.parameter("attachment").equals(one.get("id")));
            return SandboxResponse.status(204);
        });
        route(
                "GET",
                API + "/tasks/{id}/assignments",
                request -> lists.page(request, "assignments", open(request).assignments));
        route("POST", API + "/tasks/{id}/assignments", request -> {
            Object plain = Json.decodePlain(request.body());
            List<?> all = plain instanceof List<?> many ? many : List.of(Objects.requireNonNull(plain));
            all.forEach(one -> open(request)
                    .assignments
                    .add(SandboxEngine.candidate(String.valueOf(((Map<?, ?>) one).get("group")))));
            return SandboxResponse.status(201);
        });
        route("DELETE", API + "/tasks/{id}/assignments", request -> {
            open(request)
                    .assignments
                    .removeIf(one ->
                            Objects.equals(one.get("group"), request.json().get("group")));
            return SandboxResponse.status(204);
        });
    }

    private void act(Task task, Map<String, @Nullable Object> body) {
        String assignee = (String) body.get("assignee");
        switch (String.valueOf(body.get("action"))) {
            case "claim" -> {
                if (task.assignee != null && !task.assignee.equals(assignee)) {
                    throw new Refusal(
                            409,
                            "Task was already claimed",
                            "Task '" + task.id + "' is already claimed by someone else.");
                }
                task.assignee = assignee;
                task.claimed = engine.time.now();
            }
            case "unclaim" -> task.assignee = null;
            case "delegate" -> {
                task.owner = task.owner == null ? task.assignee : task.owner;
                task.assignee = assignee;
                task.delegation = "pending";
            }
            case "resolve" -> {
                task.assignee = task.owner;
                task.delegation = "resolved";
            }
            case "complete" -> complete(task, body);
            default -> throw Refusal.bad("Invalid action: '" + body.get("action") + "'.");
        }
    }

    private void complete(Task task, Map<String, @Nullable Object> body) {
        if ("pending".equals(task.delegation)) {
            throw Refusal.broken("A delegated task cannot be completed, but should be resolved instead.");
        }
        if (task.instance.root().suspended) {
            throw Refusal.broken("Cannot complete a suspended task");
        }
        String outcome = (String) body.get("outcome");
        set(task.instance, body.get("variables"));
        if (task.step.variable() != null && outcome != null) {
            task.instance.set(task.step.variable(), outcome);
        }
        engine.endTask(task, null);
        engine.answered(task, outcome);
    }

    private void history() {
        route(
                "GET",
                HISTORY + "/historic-process-instances",
                request -> lagging(
                        () -> lists.page(request, "historic-process-instances", List.of()),
                        () -> lists.page(
                                request,
                                "historic-process-instances",
                                lists.instances(request, engine.instances.values(), false).stream()
                                        .map(one -> views.historic(one, request))
                                        .toList())));
        route("GET", HISTORY + "/historic-process-instances/{id}", request -> {
            Instance found = engine.instances.get(request.parameter("id"));
            return lagging(
                    () -> gone("process instance", request),
                    () -> found == null
                            ? gone("process instance", request)
                            : SandboxResponse.json(views.historic(found, request)));
        });
        route(
                "GET",
                HISTORY + "/historic-task-instances",
                request -> lagging(
                        () -> lists.page(request, "historic-task-instances", List.of()),
                        () -> lists.page(
                                request,
                                "historic-task-instances",
                                lists.tasks(request, engine.tasks.values(), false).stream()
                                        .map(one -> views.task(one, request, true))
                                        .toList())));
        route("GET", HISTORY + "/historic-task-instances/{id}", request -> {
            Task found = engine.tasks.get(request.parameter("id"));
            return lagging(
                    () -> gone("task", request),
                    () -> found == null
                            ? gone("task", request)
                            : SandboxResponse.json(views.task(found, request, true)));
        });
    }

    private SandboxResponse lagging(Supplier<SandboxResponse> early, Supplier<SandboxResponse> now) {
        if (historyLag > 0) {
            historyLag--;
            return early.get();
        }
        return now.get();
    }

    private static SandboxResponse gone(String what, SandboxRequest request) {
        throw Refusal.notFound(what, request.parameter("id"));
    }

    private void requireTaskComments() {
        if (!taskComments) {
            throw new Refusal(405, "Method not allowed", "no comments of tasks here");
        }
    }

    private Task open(SandboxRequest request) {
        Task task = engine.tasks.get(request.parameter("id"));
        if (task == null || task.end != null) {
            throw Refusal.notFound("task", request.parameter("id"));
        }
        return task;
    }

    private Instance running(String id) {
        Instance instance = engine.instances.get(id);
        if (instance == null || instance.end != null) {
            throw Refusal.notFound("process instance", id);
        }
        return instance;
    }

    @SuppressWarnings("unchecked") // JSON objects have text names
    private static void set(Instance instance, @Nullable Object variables) {
        if (variables instanceof List<?> list) {
            for (Object one : list) {
                Map<String, @Nullable Object> variable = (Map<String, @Nullable Object>) one;
                instance.variables.put(String.valueOf(variable.get("name")), new LinkedHashMap<>(variable));
            }
        }
    }

    private static boolean wanted(SandboxRequest request, String name) {
        return request.query(name).map(Boolean::parseBoolean).orElse(false);
    }

    /** The present of the sandbox, for tests. */
    Instant now() {
        return engine.time.now();
    }
}
