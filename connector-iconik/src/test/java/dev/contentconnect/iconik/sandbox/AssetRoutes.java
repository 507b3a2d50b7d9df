package dev.contentconnect.iconik.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assets, versions, history, relations and the bin. */
final class AssetRoutes {
    private static final String BASE = "/API/assets/v1/";
    private static final String[] READ_ONLY = {"id", "date_modified", "created_by_user", "versions", "in_collections"};

    private final IconikSandbox sandbox;
    private final Store store;

    AssetRoutes(IconikSandbox sandbox) {
        this.sandbox = sandbox;
        this.store = sandbox.store;
        sandbox.add("GET", BASE + "assets/", this::list);
        sandbox.add("POST", BASE + "assets/", this::create);
        // Before the one for any asset, which would take it for an id.
        sandbox.add(
                "GET",
                BASE + "assets/relation_types/",
                request -> Lists.whole(
                        store.relationTypes.values().stream().map(Row::copy).toList()));
        sandbox.add("GET", BASE + "assets/{id}/", this::get);
        sandbox.add("PATCH", BASE + "assets/{id}/", this::patch);
        sandbox.add("DELETE", BASE + "assets/{id}/", this::delete);
        sandbox.add("POST", BASE + "assets/{id}/versions/", this::version);
        sandbox.add("PUT", BASE + "assets/{id}/versions/{version}/promote/", this::promote);
        sandbox.add("DELETE", BASE + "assets/{id}/versions/{version}/", this::deleteVersion);
        sandbox.add("POST", BASE + "assets/{id}/versions/from/assets/{source}/", this::versionFrom);
        sandbox.add(
                "GET",
                BASE + "assets/{id}/history/",
                request -> Lists.numbered(request, rows(store.history, request.parameter("id"))));
        sandbox.add("POST", BASE + "assets/{id}/history/", this::addHistory);
        sandbox.add("POST", BASE + "delete_queue/assets/", request -> bin(request, "DELETED"));
        // DELETE of the bin takes out of it.
        sandbox.add("DELETE", BASE + "delete_queue/assets/", request -> bin(request, "ACTIVE"));
        sandbox.add("POST", BASE + "assets/relation_types/", this::createRelationType);
        sandbox.add("GET", BASE + "assets/{id}/relations/", this::related);
        sandbox.add("POST", BASE + "assets/{id}/relations/", this::relate);
        sandbox.add("DELETE", BASE + "assets/{id}/relations/{type}/{other}/", this::unrelate);
    }

    private List<Map<String, @Nullable Object>> rows(Map<String, Row> rows, String asset) {
        store.asset(asset);
        return store.ofAsset(rows, asset).map(Row::copy).toList();
    }

    private SandboxResponse list(SandboxRequest request) {
        return Lists.numbered(request, store.index(List.of("assets")));
    }

    private SandboxResponse create(SandboxRequest request) {
        Map<String, @Nullable Object> sent = request.json();
        if (!(sent.get("title") instanceof String title) || title.isBlank()) {
            throw Refusal.ofField("title", "Missing data for required field.");
        }
        return SandboxResponse.json(201, shown(make(sent), false));
    }

    Row make(Map<String, ? extends @Nullable Object> sent) {
        String now = store.now();
        Row row = Row.of("id", store.nextId(), "type", "ASSET", "status", "ACTIVE", "date_created", now)
                .with("is_blocked", false)
                .with("warning", null)
                .with("external_id", null)
                .with("external_link", null)
                .with("category", null)
                .with("archive_status", "NOT_ARCHIVED")
                .with("person_ids", null)
                .with("created_by_user", IconikSandbox.USER)
                .with("updated_by_user", IconikSandbox.USER)
                .take(sent, READ_ONLY);
        store.assets.put(row.id(), row);
        addVersion(row);
        store.touch(row, "assets");
        return row;
    }

    /** Newest last, so that who takes the first one takes an old one. */
    String addVersion(Row asset) {
        Map<String, @Nullable Object> version = new LinkedHashMap<>();
        int number = asset.list("versions").size() + 1;
        version.put("id", store.nextId());
        version.put("version_number", number);
        version.put("status", "ACTIVE");
        version.put("date_created", store.now());
        version.put("created_by_user", IconikSandbox.USER);
        version.put("archive_status", null);
        asset.list("versions").add(version);
        return String.valueOf(version.get("id"));
    }

    private Map<String, @Nullable Object> shown(Row row, boolean collections) {
        Map<String, @Nullable Object> out = row.copy();
        out.put("versions", new ArrayList<>(row.list("versions")));
        if (collections) {
            out.put("in_collections", store.in(row.id()));
        }
        return out;
    }

    private SandboxResponse get(SandboxRequest request) {
        Row row = store.asset(request.parameter("id"));
        return SandboxResponse.json(
                shown(row, request.query("include_collections").orElse("").equals("true")));
    }

    private SandboxResponse patch(SandboxRequest request) {
        Row row = store.asset(request.parameter("id"));
        Map<String, @Nullable Object> sent = new LinkedHashMap<>(request.json());
        if (sandbox.behaviour.insistsOnTitle && !sent.containsKey("title")) {
            throw Refusal.ofField("title", "Missing data for required field.");
        }
        if (sandbox.behaviour.blockIsRuledByField) {
            sent.remove("is_blocked");
            sent.remove("warning");
        }
        row.take(sent, READ_ONLY).with("updated_by_user", IconikSandbox.USER);
        store.touch(row, "assets");
        return SandboxResponse.json(shown(row, false));
    }

    private SandboxResponse delete(SandboxRequest request) {
        setStatus(request.parameter("id"), "DELETED");
        return SandboxResponse.status(204);
    }

    private void setStatus(String id, String status) {
        Row row = store.asset(id);
        row.with("status", status);
        store.touch(row, "assets");
    }

    private SandboxResponse bin(SandboxRequest request, String status) {
        Lists.ids(request, "ids").forEach(id -> setStatus(String.valueOf(id), status));
        return SandboxResponse.status(204);
    }

    private SandboxResponse version(SandboxRequest request) {
        Row row = store.asset(request.parameter("id"));
        addVersion(row);
        store.touch(row, "assets");
        return SandboxResponse.json(Map.of("asset_id", row.id(), "versions", new ArrayList<>(row.list("versions"))));
    }

    private SandboxResponse versionFrom(SandboxRequest request) {
        Row row = store.asset(request.parameter("id"));
        store.asset(request.parameter("source"));
        if (sandbox.behaviour.transcoding.contains(request.parameter("source"))) {
            throw Refusal.of(409, "The asset is being transcoded");
        }
        addVersion(row);
        store.touch(row, "assets");
        return SandboxResponse.status(202);
    }

    private SandboxResponse promote(SandboxRequest request) {
        Row row = store.asset(request.parameter("id"));
        List<Object> versions = row.list("versions");
        int at = versions.stream()
                .map(one -> one instanceof Map<?, ?> map ? map.get("id") : null)
                .toList()
                .indexOf(request.parameter("version"));
        if (at < 0) {
            throw Refusal.of(404, "Version does not exist");
        }
        row.with("default_version_id", request.parameter("version"));
        store.touch(row, "assets");
        return SandboxResponse.status(204);
    }

    private SandboxResponse deleteVersion(SandboxRequest request) {
        Row row = store.asset(request.parameter("id"));
        row.list("versions")
                .removeIf(one -> one instanceof Map<?, ?> map
                        && request.parameter("version").equals(map.get("id")));
        store.touch(row, "assets");
        return SandboxResponse.status(204);
    }

    private SandboxResponse addHistory(SandboxRequest request) {
        Row asset = store.asset(request.parameter("id"));
        if (!(request.json().get("operation_type") instanceof String)) {
            throw Refusal.ofField("operation_type", "Missing data for required field.");
        }
        Row row = Row.of(
                        "id",
                        store.nextId(),
                        "asset_id",
                        asset.id(),
                        "version_id",
                        store.currentVersion(asset),
                        "user_id",
                        IconikSandbox.USER)
                .with("date_created", store.now())
                .take(request.json(), "id", "asset_id");
        store.history.put(row.id(), row);
        return SandboxResponse.json(201, row.copy());
    }

    private SandboxResponse createRelationType(SandboxRequest request) {
        Row row = new Row().take(request.json());
        store.relationTypes.put(row.text("name"), row);
        return SandboxResponse.json(201, row.copy());
    }

    private SandboxResponse relate(SandboxRequest request) {
        String from = store.asset(request.parameter("id")).id();
        Map<String, @Nullable Object> sent = request.json();
        String to = store.asset(String.valueOf(sent.get("related_to_asset_id"))).id();
        String type = String.valueOf(sent.get("relation_type"));
        Store.find(store.relationTypes, type, "Relation type");
        String key = from + ">" + type + ">" + to;
        Row there = store.relations.get(key);
        if (there != null) {
            return SandboxResponse.json(200, there.copy());
        }
        Row row = new Row().take(sent).with("id", store.nextId()).with("asset_id", from);
        store.relations.put(key, row);
        return SandboxResponse.json(201, row.copy());
    }

    /** The other assets, and not the relations. */
    private SandboxResponse related(SandboxRequest request) {
        String from = store.asset(request.parameter("id")).id();
        return Lists.numbered(
                request,
                store.relations.values().stream()
                        .filter(one -> one.is("asset_id", from))
                        .map(one -> store.asset(one.text("related_to_asset_id")).copy())
                        .toList());
    }

    private SandboxResponse unrelate(SandboxRequest request) {
        store.relations.remove(
                request.parameter("id") + ">" + request.parameter("type") + ">" + request.parameter("other"));
        return SandboxResponse.status(204);
    }
}
