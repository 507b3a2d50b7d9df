package dev.contentconnect.workflow.sandbox;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.workflow.sandbox.SandboxState.Refusal;
import dev.contentconnect.workflow.sandbox.SandboxState.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Open tasks and what hangs on them. */
abstract class SandboxTasks extends SandboxProcesses {
    boolean taskComments = true;

    SandboxTasks(TimeSource time) {
        super(time);
    }

    final void tasks() {
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
            // As in the engine: the instance shows what was said on its tasks.
            task.instance.comments.add(comment);
            return SandboxResponse.json(201, comment);
        });
        route("DELETE", API + "/tasks/{id}/comments/{comment}", request -> {
            requireTaskComments();
            Task task = open(request);
            task.comments.removeIf(one -> request.parameter("comment").equals(one.get("id")));
            task.instance.comments.removeIf(one -> request.parameter("comment").equals(one.get("id")));
            return SandboxResponse.status(204);
        });
        route(
                "GET",
                API + "/tasks/{id}/attachments",
                request -> lists.page(request, "attachments", open(request).attachments));
        route(
                "GET",
                API + "/tasks/{id}/attachments/{attachment}",
                request -> SandboxResponse.json(open(request).attachments.stream()
                        .filter(one -> request.parameter("attachment").equals(one.get("id")))
                        .findFirst()
                        .orElseThrow(() -> Refusal.notFound("attachment", request.parameter("attachment")))));
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
            assignments(request).forEach(one -> open(request).assignments.add(one));
            return SandboxResponse.status(201);
        });
        route("PUT", API + "/tasks/{id}/assignments", request -> {
            Task task = open(request);
            task.assignments.clear();
            task.assignments.addAll(assignments(request));
            return SandboxResponse.json(task.assignments);
        });
        route("DELETE", API + "/tasks/{id}/assignments", request -> {
            open(request).assignments.removeAll(assignments(request));
            return SandboxResponse.status(204);
        });
        route("GET", API + "/tasks/{id}/variables", request -> {
            Task task = open(request);
            Map<String, Map<String, @Nullable Object>> all = new LinkedHashMap<>();
            if (!request.query("scope").orElse("").equals("local")) {
                views.variables(task.instance).forEach(one -> all.put(String.valueOf(one.get("name")), one));
            }
            all.putAll(task.variables);
            return lists.page(request, "variables", List.copyOf(all.values()));
        });
        route("POST", API + "/tasks/{id}/variables", request -> {
            Task task = open(request);
            for (Object one : (List<?>) Objects.requireNonNull(Json.decodePlain(request.body()))) {
                Map<String, @Nullable Object> variable = new LinkedHashMap<>();
                ((Map<?, ?>) one).forEach((name, value) -> variable.put(String.valueOf(name), value));
                if (task.variables.putIfAbsent(String.valueOf(variable.get("name")), variable) != null) {
                    throw Refusal.conflict("Variable is already present on task '" + task.id + "'.");
                }
            }
            return SandboxResponse.json(201, List.of());
        });
    }

    /** One or many in a body: the vendor's documents do not say which. */
    private static List<Map<String, @Nullable Object>> assignments(SandboxRequest request) {
        Object plain = Json.decodePlain(request.body());
        List<?> all = plain instanceof List<?> many ? many : List.of(Objects.requireNonNull(plain));
        return all.stream()
                .map(one -> (Map<?, ?>) one)
                .map(one -> SandboxEngine.candidate(one.get("user"), one.get("group")))
                .toList();
    }

    private void act(Task task, Map<String, @Nullable Object> body) {
        String assignee = (String) body.get("assignee");
        // As in the engine: what an instance called goes on while it is suspended itself.
        if (task.instance.suspended) {
            throw Refusal.broken("Cannot " + body.get("action") + " a suspended task");
        }
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
            case "unclaim" -> {
                task.assignee = null;
                task.claimed = null;
            }
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
        String outcome = (String) body.get("outcome");
        set(task.instance, body.get("variables"));
        if (task.step.variable() != null && outcome != null) {
            task.instance.set(task.step.variable(), outcome);
        }
        engine.endTask(task, null);
        engine.answered(task, outcome);
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
}
