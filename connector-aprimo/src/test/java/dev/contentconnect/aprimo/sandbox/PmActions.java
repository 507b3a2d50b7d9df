package dev.contentconnect.aprimo.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The calls of Productivity Management that move something on, and those below assets and files. */
final class PmActions {
    private static final Pattern PIECE = Pattern.compile("name=\"resumableChunkNumber\"\\r\\n\\r\\n([0-9]+)");
    private static final Pattern FILE = Pattern.compile("name=\"resumableIdentifier\"\\r\\n\\r\\n([0-9a-f-]{36})");

    private final PmTenant tenant;
    private final PmRoutes routes;

    PmActions(AprimoSandbox sandbox, PmTenant tenant, PmRoutes routes) {
        this.tenant = tenant;
        this.routes = routes;
        move(sandbox, "projects", "start", "projectStatus", Set.of(31, 33), 32);
        move(sandbox, "projects", "pause", "projectStatus", Set.of(32), 33);
        move(sandbox, "projects", "close", "projectStatus", Set.of(32), 34);
        move(sandbox, "projects", "cancel", "projectStatus", Set.of(31, 32, 33), 35);
        move(sandbox, "commitments", "submit", "commitmentStatus", Set.of(41), 42);
        move(sandbox, "commitments", "approve", "commitmentStatus", Set.of(42), 43);
        move(sandbox, "commitments", "reject", "commitmentStatus", Set.of(42), 44);
        move(sandbox, "commitments", "cancel", "commitmentStatus", Set.of(41, 42), 45);
        sandbox.add("POST", "/api/tasks/{id}/accept", this::accept);
        sandbox.add("POST", "/api/tasks/{id}/close", request -> end(request, 23));
        sandbox.add("POST", "/api/tasks/{id}/decline", request -> end(request, 24));
        sandbox.add("POST", "/api/tasks/{id}/delegate", this::delegate);
        sandbox.add("GET", "/api/tasks/{id}/assignees", this::assignees);
        sandbox.add("POST", "/api/simple-tasks", request -> simple(request, !tenant.simpleBelowTasks()));
        sandbox.add("POST", "/api/tasks/simple-tasks", request -> simple(request, tenant.simpleBelowTasks()));
        sandbox.add("GET", "/api/digital-assets/{id}/versions", this::versions);
        sandbox.add("GET", "/api/digital-assets/{id}/versions/{v}/comments", this::comments);
        sandbox.add("GET", "/api/assets/{id}/versions/{v}/annotations-data", this::annotations);
        sandbox.add("POST", "/api/assets/{id}/versions/{v}/annotations-data", this::annotate);
        sandbox.add("POST", "/api/chunk/upload/attachment", this::piece);
        sandbox.add("POST", "/api/chunk/complete/attachment", this::complete);
        sandbox.add("GET", "/api/attachments/{id}/versions", this::versionsOfFile);
        sandbox.add("POST", "/api/attachments/{id}/versions", this::addVersion);
        sandbox.add("GET", "/api/attachments/{id}/versions/{v}/comments", this::comments);
    }

    private void move(AprimoSandbox sandbox, String resource, String verb, String member, Set<Integer> from, int to) {
        sandbox.add("POST", "/api/" + resource + "/{id}/" + verb, request -> {
            Map<String, @Nullable Object> row = tenant.row(resource, request.parameter("id"));
            if (!from.contains(number(row.get(member)))) {
                throw Refusal.of(409, "State", resource + " cannot " + verb + " now");
            }
            row.put(member, to);
            tenant.stamped(row);
            return SandboxResponse.status(204);
        });
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : -1;
    }

    private SandboxResponse accept(SandboxRequest request) {
        Map<String, @Nullable Object> task = tenant.row("tasks", request.parameter("id"));
        if (number(task.get("workFlowTaskStatus")) != 21) {
            throw Refusal.of(409, "State", "The task is not offered");
        }
        task.put("workFlowTaskStatus", 22);
        task.put("assignedTo", PmTenant.USER);
        tenant.stamped(task);
        return SandboxResponse.status(204);
    }

    private SandboxResponse end(SandboxRequest request, int status) {
        Map<String, @Nullable Object> task = tenant.row("tasks", request.parameter("id"));
        if (number(task.get("workFlowTaskStatus")) != 22) {
            throw Refusal.of(409, "State", "The task was not accepted");
        }
        boolean back = status == 24 && tenant.declineReleases();
        task.put("workFlowTaskStatus", back ? 21 : status);
        if (back) {
            task.remove("assignedTo");
        }
        tenant.stamped(task);
        return SandboxResponse.status(200);
    }

    private SandboxResponse delegate(SandboxRequest request) {
        Map<String, @Nullable Object> task = tenant.row("tasks", request.parameter("id"));
        Map<String, @Nullable Object> body = request.json();
        if (body.get("taskAssigneeId") == null || body.get("newUserId") == null) {
            throw Refusal.of(400, "Validation", "taskAssigneeId and newUserId are needed");
        }
        task.put("assignedTo", body.get("newUserId"));
        tenant.stamped(task);
        return SandboxResponse.status(204);
    }

    private SandboxResponse assignees(SandboxRequest request) {
        Map<String, @Nullable Object> task = tenant.row("tasks", request.parameter("id"));
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("taskAssigneeId", 900);
        one.put("userId", task.getOrDefault("assignedTo", 12));
        // Some lists come bare.
        return SandboxResponse.json(List.of(one));
    }

    private SandboxResponse simple(SandboxRequest request, boolean here) {
        if (!here) {
            throw Refusal.of(404, "NotFound", "There is no such route");
        }
        Map<String, @Nullable Object> body = new LinkedHashMap<>(request.json());
        tenant.row("projects", String.valueOf(body.get("projectId")));
        body.put("workFlowTaskStatus", 21);
        return SandboxResponse.json(201, Map.of("taskId", tenant.add("tasks", "taskId", body)));
    }

    private SandboxResponse versions(SandboxRequest request) {
        Object versions = tenant.row("digital-assets", request.parameter("id")).get("_versions");
        return SandboxResponse.json(
                Map.of("_total", 2, "_embedded", Map.of("version", versions == null ? List.of() : versions)));
    }

    private static String place(SandboxRequest request) {
        return request.parameter("id") + "/" + request.parameter("v");
    }

    private SandboxResponse comments(SandboxRequest request) {
        return routes.page(request, "comments", tenant.comments.getOrDefault(place(request), List.of()));
    }

    private SandboxResponse annotations(SandboxRequest request) {
        return SandboxResponse.json(tenant.annotations.getOrDefault(place(request), List.of()));
    }

    private SandboxResponse annotate(SandboxRequest request) {
        tenant.row("digital-assets", request.parameter("id"));
        Map<String, @Nullable Object> body = new LinkedHashMap<>(request.json());
        if (body.get("page") == null || body.get("type") == null) {
            throw Refusal.of(400, "Validation", "page and type are needed");
        }
        body.put("annotationId", "ann-" + tenant.nextId());
        body.put("authorId", PmTenant.USER);
        body.put("createdDate", tenant.now());
        tenant.annotations
                .computeIfAbsent(place(request), any -> new ArrayList<>())
                .add(body);
        return SandboxResponse.status(201);
    }

    private SandboxResponse piece(SandboxRequest request) {
        String text = new String(request.body(), StandardCharsets.ISO_8859_1);
        Matcher piece = PIECE.matcher(text);
        Matcher file = FILE.matcher(text);
        if (!piece.find() || !file.find() || request.body().length > 25_000_000) {
            throw Refusal.of(400, "Validation", "Not a piece of a file");
        }
        tenant.pieces.computeIfAbsent(file.group(1), any -> new ArrayList<>()).add(Integer.valueOf(piece.group(1)));
        return SandboxResponse.status(200);
    }

    private SandboxResponse complete(SandboxRequest request) {
        List<Integer> pieces =
                tenant.pieces.getOrDefault(String.valueOf(request.json().get("FileId")), List.of());
        if (pieces.isEmpty() || pieces.get(0) != 1 || pieces.get(pieces.size() - 1) != pieces.size()) {
            throw Refusal.of(400, "Validation", "Pieces are missing");
        }
        tenant.pieces.put("complete " + request.json().get("FileId"), pieces);
        return SandboxResponse.status(200);
    }

    private SandboxResponse addVersion(SandboxRequest request) {
        Map<String, @Nullable Object> file = tenant.row("attachments", request.parameter("id"));
        Map<String, @Nullable Object> body = request.json();
        if (!tenant.pieces.containsKey("complete " + body.get("FileId"))) {
            throw Refusal.of(400, "Validation", "The file is not complete");
        }
        Map<String, @Nullable Object> version = new LinkedHashMap<>();
        version.put("versionId", tenant.nextId());
        version.put("filename", body.get("FileName"));
        version.put("versionComments", body.get("versionComments"));
        version.put("isDefaultVersion", true);
        List<Object> all = new ArrayList<>(file.get("_versions") instanceof List<?> list ? list : List.of());
        all.add(version);
        file.put("_versions", all);
        return SandboxResponse.json(201, Map.of("versionId", String.valueOf(version.get("versionId"))));
    }

    private SandboxResponse versionsOfFile(SandboxRequest request) {
        Object versions = tenant.row("attachments", request.parameter("id")).get("_versions");
        return SandboxResponse.json(versions == null ? List.of() : versions);
    }
}
