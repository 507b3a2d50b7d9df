package dev.contentconnect.workflow.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.workflow.sandbox.SandboxState.Instance;
import dev.contentconnect.workflow.sandbox.SandboxState.Refusal;
import dev.contentconnect.workflow.sandbox.SandboxState.Task;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The Workflow Service as a stateful fake: paths, pages, error bodies and pitfalls of the service, and the shipped models
 * in simple. No callbacks, and timers only when told. Empty at first: deploy models as on the real service.
 */
public final class WorkflowSandbox extends SandboxTasks {
    /** The one tenant. */
    public static final String TENANT = "11111111-2222-3333-4444-555555555555";

    /** The one client. */
    public static final String CLIENT_ID = "sandbox-client";

    /** The secret of the client. */
    public static final String CLIENT_SECRET = "sandbox-secret-7d1f";

    private static final String HISTORY = "/workflow-history/v1";

    private int historyLag;

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

    /** Lets the timers of overdue reviews and budgets run that are due; the clock alone moves nothing. */
    public void runTimers() {
        engine.runTimers();
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
}
