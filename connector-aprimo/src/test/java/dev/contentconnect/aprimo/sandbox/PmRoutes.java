package dev.contentconnect.aprimo.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Productivity Management as far as its documents go: envelopes whose key differs from call to call, totals that are about
 * right, bodies that are written whole or fail, answers to creations in three forms.
 */
final class PmRoutes {
    private static final Set<String> IN_PARTS = Set.of("activities");

    private final AprimoSandbox sandbox;
    private final PmTenant tenant;
    private int calls;

    PmRoutes(AprimoSandbox sandbox, PmTenant tenant) {
        this.sandbox = sandbox;
        this.tenant = tenant;
        collection("activities", "activityId");
        collection("projects", "projectId");
        collection("tasks", "taskId");
        collection("activity-proposals", "proposalId");
        collection("generic-object-alpha", "id");
        collection("commitments", "committedId");
        collection("invoices", "invoiceId");
        collection("attachments", "attachmentId");
        collection("digital-assets", "assetId");
        collection("funding-accounts", "fundingAccountId");
        sandbox.add("GET", "/api/funding-accounts/{id}/summary", this::summary);
        sandbox.add("GET", "/api/activities/{id}/projects", this::projectsOfActivity);
        new PmActions(sandbox, tenant, this);
    }

    private void collection(String resource, String idName) {
        String path = "/api/" + resource;
        if (!resource.equals("funding-accounts")) {
            sandbox.add("GET", path, request -> page(request, resource, rows(resource)));
            sandbox.add("POST", path + "/search", request -> page(request, resource, found(request, resource)));
        }
        sandbox.add("GET", path + "/{id}", request -> one(resource, request.parameter("id")));
        if (!resource.equals("tasks") && !resource.equals("invoices")) {
            sandbox.add("POST", path, request -> create(request, resource, idName));
            sandbox.add("DELETE", path + "/{id}", request -> {
                tenant.row(resource, request.parameter("id"));
                tenant.table(resource).remove(Long.valueOf(request.parameter("id")));
                return SandboxResponse.status(204);
            });
        }
        sandbox.add("PUT", path + "/{id}", request -> put(request, resource, idName));
    }

    private List<Map<String, @Nullable Object>> rows(String resource) {
        return List.copyOf(tenant.table(resource).values());
    }

    private List<Map<String, @Nullable Object>> found(SandboxRequest request, String resource) {
        return rows(resource).stream()
                .filter(row -> PmSearch.holds(request.json(), row))
                .toList();
    }

    SandboxResponse one(String resource, String id) {
        Map<String, @Nullable Object> row = tenant.row(resource, id);
        if (tenant.takeNull()) {
            return SandboxResponse.text(200, "application/json", "null");
        }
        return SandboxResponse.json(shown(row));
    }

    private static Map<String, @Nullable Object> shown(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>(row);
        out.keySet().removeIf(name -> name.startsWith("_"));
        out.put("_links", Map.of("self", Map.of("href", "…")));
        return out;
    }

    SandboxResponse page(SandboxRequest request, String resource, List<Map<String, @Nullable Object>> all) {
        int limit = request.query("limit", 50);
        int offset = tenant.ignoresOffsets() ? 0 : request.query("offset", 0);
        List<Map<String, @Nullable Object>> part =
                all.stream().skip(offset).limit(limit).map(PmRoutes::shown).toList();
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        // Close to the truth, as an index is.
        out.put("_total", all.size() + 1);
        out.put("_links", Map.of("self", Map.of("href", "…")));
        if (!part.isEmpty()) {
            String key = resource.replaceAll("ies$", "y").replaceAll("s$", "");
            calls++;
            String capital = key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
            out.put("_embedded", Map.of(calls % 3 == 0 ? key : calls % 3 == 1 ? capital : resource, part));
        }
        return SandboxResponse.json(out);
    }

    private SandboxResponse create(SandboxRequest request, String resource, String idName) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(request.json());
        if (resource.equals("projects")) {
            tenant.row("activities", String.valueOf(row.get("activityId")));
            row.put("projectStatus", 31);
        }
        if (resource.equals("commitments")) {
            if (!(row.get("commitmentItems") instanceof List<?> lines) || lines.isEmpty()) {
                throw Refusal.of(400, "Validation", "A commitment has at least one line");
            }
            row.put("commitmentStatus", 41);
        }
        if (resource.startsWith("generic")) {
            row.put("status", String.valueOf(row.getOrDefault("status", 1)));
        }
        long id = tenant.add(resource, idName, row);
        if (resource.equals("projects") && row.get("workflowId") != null) {
            tenant.instantiate(id);
        }
        return switch (resource.startsWith("generic") ? 0 : (int) (id % 3)) {
            case 0 -> SandboxResponse.json(201, Map.of(idName, id));
            case 1 -> SandboxResponse.json(201, id);
            default ->
                SandboxResponse.status(201).header("Location", sandbox.endpoint() + "/api/" + resource + "/" + id);
        };
    }

    private SandboxResponse put(SandboxRequest request, String resource, String idName) {
        String id = request.parameter("id");
        Map<String, @Nullable Object> row = tenant.row(resource, id);
        Map<String, @Nullable Object> body = new LinkedHashMap<>(request.json());
        boolean parts = body.keySet().stream().anyMatch(name -> name.startsWith("extrAttr"));
        if (IN_PARTS.contains(resource)) {
            if (parts && body.containsKey("extendedAttributes")) {
                throw Refusal.of(400, "Validation", "Both forms in one request");
            }
            putParts(row, body);
        } else {
            if (!body.containsKey("extendedAttributes") || !body.containsKey("multipleValueExtendedAttributes")) {
                throw Refusal.of(500, "NullReference", "Object reference not set to an instance of an object.");
            }
            putWhole(row, body, idName);
        }
        tenant.stamped(row);
        if (tenant.takeOverwrite()) {
            PmTenant.setField(row, PmTenant.NOTES, "somebody else's words");
        }
        return SandboxResponse.status(204);
    }

    private static void putParts(Map<String, @Nullable Object> row, Map<String, @Nullable Object> body) {
        body.forEach((name, value) -> {
            if (name.startsWith("extrAttr")) {
                PmTenant.setField(row, Long.parseLong(name.substring(8)), value);
            } else {
                row.put(name, value);
            }
        });
    }

    /** What is left out is lost, except what only the service writes. */
    private static void putWhole(Map<String, @Nullable Object> row, Map<String, @Nullable Object> body, String idName) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        for (String name : List.of(idName, "projectStatus", "workFlowTaskStatus", "commitmentStatus", "assignedTo")) {
            if (row.get(name) != null) {
                kept.put(name, row.get(name));
            }
        }
        row.forEach((name, value) -> {
            if (name.startsWith("_")) {
                kept.put(name, value);
            }
        });
        row.clear();
        row.putAll(body);
        row.putAll(kept);
        if (row.get("status") != null) {
            row.put("status", String.valueOf(row.get("status")));
        }
    }

    private SandboxResponse summary(SandboxRequest request) {
        Map<String, @Nullable Object> row = tenant.row("funding-accounts", request.parameter("id"));
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("budget", row.get("_adjusted"));
        out.put("adjustedBudget", row.get("_adjusted"));
        out.put("totalCommit", row.get("_committed"));
        out.put("pending", 0);
        out.put("paid", 0);
        return SandboxResponse.json(out);
    }

    private SandboxResponse projectsOfActivity(SandboxRequest request) {
        String id = request.parameter("id");
        tenant.row("activities", id);
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        rows("projects").stream()
                .filter(row -> id.equals(Objects.toString(row.get("activityId"))))
                .forEach(found::add);
        return page(request, "projects", found);
    }
}
