package dev.contentconnect.iconik.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collections. Contents come from the index; adding something twice lists it twice. */
final class CollectionRoutes {
    private static final String BASE = "/API/assets/v1/collections/";
    private static final String[] READ_ONLY = {"id", "date_modified", "permissions", "project_id"};

    private final Store store;

    CollectionRoutes(IconikSandbox sandbox) {
        this.store = sandbox.store;
        sandbox.add("GET", BASE, request -> Lists.numbered(request, store.index(List.of("collections"))));
        sandbox.add("POST", BASE, this::create);
        sandbox.add(
                "GET",
                BASE + "{id}/",
                request -> SandboxResponse.json(find(request).copy()));
        sandbox.add("PATCH", BASE + "{id}/", this::patch);
        sandbox.add("DELETE", BASE + "{id}/", this::delete);
        sandbox.add("GET", BASE + "{id}/contents/", this::contents);
        sandbox.add("POST", BASE + "{id}/contents/", this::put);
        sandbox.add("DELETE", BASE + "{id}/contents/{type}/{object}/", this::remove);
    }

    private Row find(SandboxRequest request) {
        return Store.find(store.collections, request.parameter("id"), "Collection");
    }

    private SandboxResponse create(SandboxRequest request) {
        if (!(request.json().get("title") instanceof String title) || title.isBlank()) {
            throw Refusal.ofField("title", "Missing data for required field.");
        }
        return SandboxResponse.json(201, make(request.json()).copy());
    }

    Row make(Map<String, ? extends @Nullable Object> sent) {
        Row row = Row.of("id", store.nextId(), "status", "ACTIVE", "date_created", store.now())
                .with("external_id", null)
                .with("parent_id", null)
                .with("is_root", sent.get("parent_id") == null)
                .with("object_type", "collections")
                .with("created_by_user", IconikSandbox.USER)
                .take(sent, READ_ONLY);
        store.collections.put(row.id(), row);
        if (sent.get("parent_id") instanceof String parent) {
            Store.find(store.collections, parent, "Collection");
            store.contents.computeIfAbsent(parent, any -> new ArrayList<>()).add(row.id());
            row.with("parents", List.of(parent));
        }
        store.touch(row, "collections");
        return row;
    }

    private SandboxResponse patch(SandboxRequest request) {
        Row row = find(request).take(request.json(), READ_ONLY);
        store.touch(row, "collections");
        return SandboxResponse.json(row.copy());
    }

    private SandboxResponse delete(SandboxRequest request) {
        Row row = find(request).with("status", "DELETED");
        store.touch(row, "collections");
        return SandboxResponse.status(202);
    }

    private SandboxResponse contents(SandboxRequest request) {
        Row row = find(request);
        // Another parameter is ignored: who says content_types gets everything.
        List<String> types = request.query("object_types")
                .map(text -> List.of(text.split(",", -1)))
                .orElse(List.of("assets", "collections"));
        String externalId = request.query("external_id").orElse(null);
        List<String> inside = store.contents.getOrDefault(row.id(), List.of());
        List<Map<String, @Nullable Object>> out = new ArrayList<>();
        for (String id : inside) {
            store.index(types).stream()
                    .filter(one -> id.equals(one.get("id")))
                    .filter(one -> externalId == null || externalId.equals(one.get("external_id")))
                    .forEach(out::add);
        }
        return Lists.numbered(request, out);
    }

    private SandboxResponse put(SandboxRequest request) {
        String collection = find(request).id();
        String object = String.valueOf(request.json().get("object_id"));
        boolean asset = "assets".equals(request.json().get("object_type"));
        Store.find(asset ? store.assets : store.collections, object, "Object");
        store.contents.computeIfAbsent(collection, any -> new ArrayList<>()).add(object);
        return SandboxResponse.status(201);
    }

    private SandboxResponse remove(SandboxRequest request) {
        String collection = find(request).id();
        List<String> inside = store.contents.getOrDefault(collection, new ArrayList<>());
        if (!inside.removeIf(request.parameter("object")::equals)) {
            throw Refusal.of(404, "Object is not in collection");
        }
        return SandboxResponse.status(204);
    }
}
