package dev.contentconnect.iconik.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Users, shares, jobs, grants, custom actions and webhooks. */
final class OtherRoutes {
    private static final Duration PATIENCE = Duration.ofHours(5);

    private final Store store;

    OtherRoutes(IconikSandbox sandbox) {
        this.store = sandbox.store;
        sandbox.add(
                "GET",
                "/API/users/v1/users/current/",
                request -> SandboxResponse.json(
                        Store.find(store.users, IconikSandbox.USER, "User").copy()));
        sandbox.add(
                "GET",
                "/API/users/v1/users/{id}/",
                request -> SandboxResponse.json(
                        Store.find(store.users, request.parameter("id"), "User").copy()));
        sandbox.add(
                "GET",
                "/API/users/v1/users/",
                request -> Lists.numbered(
                        request,
                        store.users.values().stream()
                                .filter(one -> request.query("email")
                                        .map(mail -> one.is("email", mail))
                                        .orElse(true))
                                .map(Row::copy)
                                .toList()));
        shares(sandbox);
        jobs(sandbox);
        grants(sandbox);
        actions(sandbox);
        webhooks(sandbox);
    }

    private void shares(IconikSandbox sandbox) {
        String base = "/API/assets/v1/{type}/{id}/shares/";
        sandbox.add(
                "GET",
                base,
                request -> Lists.after(
                        request,
                        "last_id",
                        "id",
                        store.shares.values().stream()
                                .filter(one -> one.is("object_id", request.parameter("id")))
                                .map(Row::copy)
                                .toList()));
        sandbox.add(
                "POST",
                base + "url/",
                request -> SandboxResponse.json(share(request)
                        .with("url", sandbox.sign("/share/" + store.nextId()))
                        .copy()));
        // The links go out by mail and are never told.
        sandbox.add("POST", base, request -> {
            Row share = share(request).with("url", null);
            ids(request, "emails").forEach(email -> user(share, String.valueOf(email)));
            return SandboxResponse.json(202, share.copy());
        });
        sandbox.add(
                "GET",
                base + "{share}/",
                request -> SandboxResponse.json(Store.find(store.shares, request.parameter("share"), "Share")
                        .copy()));
        sandbox.add("DELETE", base + "{share}/", request -> {
            store.shares.remove(request.parameter("share"));
            return SandboxResponse.status(204);
        });
        sandbox.add("GET", base + "{share}/users/", request -> {
            String share = Store.find(store.shares, request.parameter("share"), "Share")
                    .id();
            return Lists.whole(store.shareUsers.values().stream()
                    .filter(one -> one.is("share_id", share))
                    .map(Row::copy)
                    .toList());
        });
        sandbox.add("DELETE", "/API/assets/v1/shares/bulk/", request -> {
            Lists.ids(request, "share_ids").forEach(id -> store.shares.remove(String.valueOf(id)));
            return SandboxResponse.status(204);
        });
    }

    private Row share(SandboxRequest request) {
        for (String name : List.of(
                "allow_comments", "allow_approving_comments", "allow_download", "allow_setting_approve_status")) {
            if (!(request.json().get(name) instanceof Boolean)) {
                throw Refusal.ofField(name, "Missing data for required field.");
            }
        }
        Row row = new Row()
                .take(request.json(), "message", "password", "emails")
                .with("id", store.nextId())
                .with("object_id", request.parameter("id"))
                .with("object_type", request.parameter("type"))
                .with("date_created", store.now());
        store.shares.put(row.id(), row);
        return row;
    }

    /** Somebody for whom a share is; who came by its address has no e-mail. */
    private Row user(Row share, @Nullable String email) {
        Row row = Row.of("id", store.nextId(), "share_id", share.id(), "email", email)
                .with("object_id", share.text("object_id"))
                .with("object_type", share.text("object_type"))
                .with("access_count", 0)
                .with("last_access_date", null);
        store.shareUsers.put(row.id(), row);
        return row;
    }

    /** Opens a share as one of those does for whom it is, or as somebody who has its address. */
    void open(String share, @Nullable String email) {
        Row row = store.shareUsers.values().stream()
                .filter(one -> one.is("share_id", share) && Objects.equals(email, one.members.get("email")))
                .findFirst()
                .orElseGet(() -> user(Store.find(store.shares, share, "Share"), email));
        int before = row.members.get("access_count") instanceof Number number ? number.intValue() : 0;
        row.with("access_count", before + 1).with("last_access_date", store.now());
    }

    private void jobs(IconikSandbox sandbox) {
        String base = "/API/jobs/v1/jobs/";
        sandbox.add(
                "GET",
                base,
                request -> Lists.numbered(
                        request, store.jobs.values().stream().map(Row::copy).toList()));
        sandbox.add("POST", base, request -> {
            Row row = new Row().take(request.json()).with("id", store.nextId());
            store.jobs.put(row.id(), row);
            return SandboxResponse.json(201, row.copy());
        });
        sandbox.add("GET", base + "{id}/", request -> {
            Row row = Store.find(store.jobs, request.parameter("id"), "Job");
            Map<String, @Nullable Object> now = row.copy();
            if (row.is("status", "STARTED")) {
                row.with("status", "FINISHED");
            }
            return SandboxResponse.json(now);
        });
        sandbox.add(
                "PATCH",
                base + "{id}/",
                request -> SandboxResponse.json(Store.find(store.jobs, request.parameter("id"), "Job")
                        .take(request.json(), "id")
                        .copy()));
    }

    private void grants(IconikSandbox sandbox) {
        String base = "/API/acls/v1/acl/{type}/";
        sandbox.add("GET", base + "{key}/", request -> SandboxResponse.json(acl(request.parameter("key"))));
        sandbox.add(
                "GET",
                base + "{key}/permissions/",
                request -> SandboxResponse.json(Map.of(
                        "permissions",
                        store.acls
                                .getOrDefault(request.parameter("key"), Map.of())
                                .getOrDefault("user:" + IconikSandbox.USER, List.of()))));
        sandbox.add("PUT", base, this::grant);
        sandbox.add("DELETE", base, request -> {
            Lists.ids(request, "object_keys").forEach(key -> {
                Map<String, List<String>> all = store.acls.getOrDefault(String.valueOf(key), new LinkedHashMap<>());
                ids(request, "user_ids").forEach(id -> all.remove("user:" + id));
                ids(request, "group_ids").forEach(id -> all.remove("group:" + id));
            });
            return SandboxResponse.status(200);
        });
    }

    private Map<String, Object> acl(String key) {
        List<Map<String, Object>> users = new ArrayList<>();
        List<Map<String, Object>> groups = new ArrayList<>();
        store.acls.getOrDefault(key, Map.of()).forEach((who, permissions) -> {
            boolean user = who.startsWith("user:");
            (user ? users : groups)
                    .add(Map.of(
                            user ? "user_id" : "group_id",
                            who.substring(who.indexOf(':') + 1),
                            "permissions",
                            permissions));
        });
        return Map.of("users_acl", users, "groups_acl", groups, "inherited_users_acl", List.of());
    }

    /** Without a word about the mode every grant there was is gone. */
    private SandboxResponse grant(SandboxRequest request) {
        List<?> keys = Lists.ids(request, "object_keys");
        List<String> permissions =
                ids(request, "permissions").stream().map(String::valueOf).toList();
        for (Object key : keys) {
            Map<String, List<String>> all =
                    store.acls.computeIfAbsent(String.valueOf(key), any -> new LinkedHashMap<>());
            if (!"APPEND".equals(request.json().get("mode"))) {
                all.clear();
            }
            ids(request, "user_ids").forEach(id -> all.put("user:" + id, permissions));
            ids(request, "group_ids").forEach(id -> all.put("group:" + id, permissions));
        }
        return SandboxResponse.json(Map.of("updated_object_keys", keys));
    }

    private static List<?> ids(SandboxRequest request, String name) {
        return request.json().get(name) instanceof List<?> list ? list : List.of();
    }

    private void actions(IconikSandbox sandbox) {
        String base = "/API/assets/v1/custom_actions/{context}/";
        sandbox.add(
                "GET",
                base,
                request -> Lists.whole(store.actions.values().stream()
                        .filter(one -> one.is("context", request.parameter("context")))
                        .map(Row::copy)
                        .toList()));
        sandbox.add("POST", base, request -> {
            Row row = Row.of("status", "HEALTHY", "disabled", false)
                    .take(request.json())
                    .with("id", store.nextId());
            store.actions.put(row.id(), row);
            return SandboxResponse.json(201, row.copy());
        });
        sandbox.add(
                "PATCH",
                base + "{id}/",
                request -> SandboxResponse.json(Store.find(store.actions, request.parameter("id"), "Action")
                        .take(request.json(), "id")
                        .copy()));
        sandbox.add("DELETE", base + "{id}/", request -> {
            store.actions.remove(request.parameter("id"));
            return SandboxResponse.status(204);
        });
    }

    private void webhooks(IconikSandbox sandbox) {
        String base = "/API/notifications/v1/webhooks/";
        sandbox.add("GET", base, request -> {
            store.webhooks.values().forEach(this::switchOff);
            return Lists.whole(store.webhooks.values().stream().map(Row::copy).toList());
        });
        sandbox.add("POST", base, request -> {
            Row row = define(request).with("id", store.nextId());
            store.webhooks.put(row.id(), row);
            return SandboxResponse.json(201, row.copy());
        });
        // Documented as 201, and so it answers.
        sandbox.add("GET", base + "{id}/", request -> {
            Row row = Store.find(store.webhooks, request.parameter("id"), "Webhook");
            switchOff(row);
            return SandboxResponse.json(201, row.copy());
        });
        sandbox.add("PUT", base + "{id}/", request -> {
            Store.find(store.webhooks, request.parameter("id"), "Webhook");
            Row row = define(request).with("id", request.parameter("id"));
            store.webhooks.put(row.id(), row);
            return SandboxResponse.json(row.copy());
        });
        sandbox.add("PATCH", base + "{id}/", request -> {
            throw Refusal.of(405, "Method not allowed");
        });
        sandbox.add("DELETE", base + "{id}/", request -> {
            store.webhooks.remove(request.parameter("id"));
            return SandboxResponse.status(204);
        });
    }

    /** All of it: what is not sent is gone. */
    private static Row define(SandboxRequest request) {
        for (String name : List.of("event_type", "status", "url")) {
            if (!(request.json().get(name) instanceof String)) {
                throw Refusal.ofField(name, "Missing data for required field.");
            }
        }
        return new Row().take(request.json(), "id", "first_failed_at");
    }

    /** A webhook that has failed for five hours switches itself off. */
    private void switchOff(Row row) {
        if (row.is("status", "FAILING")) {
            Instant since = OffsetDateTime.parse(row.text("first_failed_at")).toInstant();
            if (!store.clock.now().isBefore(since.plus(PATIENCE))) {
                row.with("status", "DISABLED");
            }
        }
    }
}
