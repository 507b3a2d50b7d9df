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
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Models, running instances and executions: the half of the sandbox that knows no tasks' endpoints. */
abstract class SandboxProcesses extends Sandbox {
    static final String API = "/workflow/v1";

    final SandboxEngine engine;
    final SandboxViews views = new SandboxViews();
    final SandboxLists lists = new SandboxLists();

    SandboxProcesses(TimeSource time) {
        engine = new SandboxEngine(time);
    }

    final void models() {
        route("POST", API + "/runtime/models", request -> {
            Object content = request.json().get("modelContent");
            SandboxModel draft = switch (String.valueOf(request.json().get("modelType"))) {
                case "xml" -> ofXml(String.valueOf(content));
                case "json" -> ofJson(content);
                default -> throw Refusal.bad("modelType is neither xml nor json");
            };
            return SandboxResponse.json(201, engine.deploy(draft).head());
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
            } else if (type.equals("xml") && model.xml() != null) {
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

    private static SandboxModel ofXml(String base64) {
        try {
            byte[] xml = Base64.getMimeDecoder().decode(base64);
            return SandboxModel.ofXml(SandboxEngine.newId(), new String(xml, StandardCharsets.UTF_8));
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw Refusal.bad("Error parsing XML");
        }
    }

    private static SandboxModel ofJson(@Nullable Object content) {
        if (!(content instanceof Map<?, ?> shape) || !(shape.get("childShapes") instanceof List<?>)) {
            throw Refusal.bad("modelContent is no model");
        }
        return SandboxModel.ofJson(SandboxEngine.newId(), shape);
    }

    final void processes() {
        route("POST", API + "/process-instances", request -> {
            Map<String, @Nullable Object> body = request.json();
            if (!(body.get("processDefinitionKey") instanceof String key)) {
                throw Refusal.bad("Either processDefinitionId, processDefinitionKey or message is required.");
            }
            Instance instance = engine.start(key, null);
            instance.businessKey = (String) body.get("businessKey");
            instance.name = (String) body.get("name");
            instance.starter = "service-" + WorkflowSandbox.CLIENT_ID;
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
            if (!suspend && !"activate".equals(request.json().get("action"))) {
                throw Refusal.bad("Invalid action: '" + request.json().get("action") + "'.");
            }
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
        route("DELETE", API + "/process-instances/{id}/comments/{comment}", request -> {
            running(request.parameter("id"))
                    .comments
                    .removeIf(one -> request.parameter("comment").equals(one.get("id")));
            return SandboxResponse.status(204);
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
        route("PUT", API + "/process-instances/{id}/variables/{name}", request -> {
            Instance instance = running(request.parameter("id"));
            if (!instance.variables.containsKey(request.parameter("name"))) {
                throw Refusal.notFound("variable", request.parameter("name"));
            }
            set(instance, List.of(request.json()));
            return SandboxResponse.json(request.json());
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

    final Instance running(String id) {
        Instance instance = engine.instances.get(id);
        if (instance == null || instance.end != null) {
            throw Refusal.notFound("process instance", id);
        }
        return instance;
    }

    @SuppressWarnings("unchecked") // JSON objects have text names
    static void set(Instance instance, @Nullable Object variables) {
        if (variables instanceof List<?> list) {
            for (Object one : list) {
                Map<String, @Nullable Object> variable = (Map<String, @Nullable Object>) one;
                instance.variables.put(String.valueOf(variable.get("name")), new LinkedHashMap<>(variable));
            }
        }
    }

    static boolean wanted(SandboxRequest request, String name) {
        return request.query(name).map(Boolean::parseBoolean).orElse(false);
    }
}
