package dev.contentconnect.iconik.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests for decisions, and decisions. A request is about the version that was current when it was made. */
final class ApprovalRoutes {
    private static final String BASE = "/API/assets/v1/";

    private final IconikSandbox sandbox;
    private final Store store;

    ApprovalRoutes(IconikSandbox sandbox) {
        this.sandbox = sandbox;
        this.store = sandbox.store;
        sandbox.add("POST", BASE + "assets/{id}/approvals/request/", this::request);
        sandbox.add(
                "GET",
                BASE + "assets/{id}/approvals/request/",
                request -> SandboxResponse.json(asked(key(request.parameter("id")))));
        sandbox.add("PATCH", BASE + "assets/{id}/approvals/request/", this::change);
        sandbox.add("DELETE", BASE + "assets/{id}/approvals/request/", this::delete);
        sandbox.add(
                "GET",
                BASE + "assets/{id}/versions/{version}/approvals/request/",
                request -> SandboxResponse.json(asked(request.parameter("id") + "@" + request.parameter("version"))));
        sandbox.add(
                "GET",
                BASE + "assets/{id}/approvals/",
                request -> Lists.numbered(request, decisions(find(key(request.parameter("id"))))));
        sandbox.add(
                "PUT",
                BASE + "assets/{id}/approvals/",
                request -> decide(
                        request.parameter("id"),
                        "user",
                        IconikSandbox.USER,
                        String.valueOf(request.json().get("status"))));
        sandbox.add("DELETE", BASE + "assets/{id}/approvals/", this::undecide);
        sandbox.add("POST", BASE + "approvals/bulk/", this::bulk);
        // The service makes requests for collections by a job.
        sandbox.add("POST", BASE + "collections/{id}/approvals/request/", request -> {
            Store.find(store.collections, request.parameter("id"), "Collection");
            return SandboxResponse.json(202, Map.of("job_id", store.nextId()));
        });
    }

    private String key(String asset) {
        return asset + "@" + store.currentVersion(store.asset(asset));
    }

    private Row find(String key) {
        store.asset(key.substring(0, key.indexOf('@')));
        Row row = store.approvals.get(key);
        if (row == null) {
            throw Refusal.of(404, "Approval request does not exist");
        }
        return row;
    }

    /** What was asked of a version; where nobody did, a 404 or a word for it. */
    private Map<String, @Nullable Object> asked(String key) {
        if (!sandbox.behaviour.saysNotApplicable || store.approvals.containsKey(key)) {
            return shown(find(key));
        }
        int at = key.indexOf('@');
        return Row.of("object_id", store.asset(key.substring(0, at)).id(), "object_type", "assets")
                .with("version_id", key.substring(at + 1))
                .with("status", "N/A")
                .copy();
    }

    private SandboxResponse request(SandboxRequest request) {
        String asset = request.parameter("id");
        return SandboxResponse.json(201, shown(ask(asset, request.json(), IconikSandbox.USER)));
    }

    Row ask(String asset, Map<String, ? extends @Nullable Object> sent, String by) {
        String key = key(asset);
        String now = store.now();
        Row row = Row.of("users", new ArrayList<>(), "groups", new ArrayList<>(), "externals", new ArrayList<>())
                .with("min_number", 1)
                .take(sent, "status", "version_id")
                .with("object_id", asset)
                .with("object_type", "assets")
                .with("version_id", key.substring(key.indexOf('@') + 1))
                .with("requested_by", by)
                .with("request_date", now)
                .with("change_date", now)
                .with("user_status", null)
                .with("share_id", null);
        row.list("approvals_by");
        store.approvals.put(key, row);
        settle(asset, row);
        return row;
    }

    private SandboxResponse change(SandboxRequest request) {
        String asset = request.parameter("id");
        Row row = find(key(asset)).take(request.json(), "status", "approvals_by", "version_id");
        settle(asset, row);
        return SandboxResponse.json(shown(row));
    }

    private SandboxResponse delete(SandboxRequest request) {
        String key = key(request.parameter("id"));
        Row row = find(key);
        store.approvals.remove(key);
        store.reindex(store.asset(request.parameter("id")), "assets");
        return SandboxResponse.json(shown(row));
    }

    SandboxResponse decide(String asset, String kind, String who, String status) {
        Row row = store.approvals.get(key(asset));
        if (row == null) {
            throw Refusal.of(400, "There is no approval request");
        }
        if (!status.equals("APPROVED") && !status.equals("NOT_APPROVED")) {
            throw Refusal.ofField("status", "Not a valid choice.");
        }
        Map<String, @Nullable Object> by = new LinkedHashMap<>();
        by.put(kind, who);
        by.put("status", status);
        by.put("change_date", store.now());
        by.put("object_id", asset);
        by.put("object_type", "assets");
        by.put("version_id", row.text("version_id"));
        row.list("approvals_by").removeIf(one -> one instanceof Map<?, ?> map && who.equals(map.get(kind)));
        row.list("approvals_by").add(by);
        row.with("change_date", store.now());
        settle(asset, row);
        return SandboxResponse.json(by);
    }

    private SandboxResponse undecide(SandboxRequest request) {
        Row row = find(key(request.parameter("id")));
        row.list("approvals_by")
                .removeIf(one -> one instanceof Map<?, ?> map && IconikSandbox.USER.equals(map.get("user")));
        settle(request.parameter("id"), row);
        return SandboxResponse.status(204);
    }

    private SandboxResponse bulk(SandboxRequest request) {
        List<?> ids = Lists.ids(request, "object_ids");
        String status = String.valueOf(request.json().get("status"));
        for (Object id : ids) {
            if (store.approvals.containsKey(key(String.valueOf(id)))) {
                decide(String.valueOf(id), "user", IconikSandbox.USER, status);
            }
        }
        return SandboxResponse.status(200);
    }

    private void settle(String asset, Row row) {
        List<String> words = row.list("approvals_by").stream()
                .map(one -> one instanceof Map<?, ?> map ? String.valueOf(map.get("status")) : "")
                .toList();
        long yes = words.stream().filter("APPROVED"::equals).count();
        long no = words.stream().filter("NOT_APPROVED"::equals).count();
        int needed = row.members.get("min_number") instanceof Number number ? number.intValue() : 1;
        String status = "REQUESTED";
        if (yes > 0 && no > 0) {
            status = "MIXED";
        } else if (no > 0) {
            status = "NOT_APPROVED";
        } else if (yes >= needed) {
            status = "APPROVED";
        }
        row.with("status", status);
        // An approval does not move the date of change.
        store.reindex(store.asset(asset), "assets");
    }

    private List<Map<String, @Nullable Object>> decisions(Row row) {
        List<Map<String, @Nullable Object>> out = new ArrayList<>();
        row.list("approvals_by").forEach(one -> {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            ((Map<?, ?>) one).forEach((name, value) -> copy.put(String.valueOf(name), value));
            out.add(copy);
        });
        return out;
    }

    private Map<String, @Nullable Object> shown(Row row) {
        Map<String, @Nullable Object> out = row.copy();
        out.put("approvals_by", decisions(row));
        out.put("users_info", store.users.values().stream().map(Store::embedded).toList());
        return out;
    }
}
