package dev.contentconnect.workflow.sandbox;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.workflow.sandbox.SandboxState.Instance;
import dev.contentconnect.workflow.sandbox.SandboxState.Refusal;
import dev.contentconnect.workflow.sandbox.SandboxState.Task;
import java.time.Instant;
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
public final class WorkflowSandbox extends SandboxProcesses {
    /** The one tenant. */
    public static final String TENANT = "11111111-2222-3333-4444-555555555555";

    /** The one client. */
    public static final String CLIENT_ID = "sandbox-client";

    /** The secret of the client. */
    public static final String CLIENT_SECRET = "sandbox-secret-7d1f";

    private static final String HISTORY = "/workflow-history/v1";

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
        super(time);
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

    /** The present of the sandbox, for tests. */
    Instant now() {
        return engine.time.now();
    }
}
