package dev.contentconnect.iconik.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Segments. Lists come from the index; the system makes GENERIC ones of its own. */
final class SegmentRoutes {
    private static final String BASE = "/API/assets/v1/assets/{id}/segments/";
    private static final String[] READ_ONLY = {"id", "asset_id", "date_created", "date_modified", "user_id"};

    private final Store store;

    SegmentRoutes(IconikSandbox sandbox) {
        this.store = sandbox.store;
        sandbox.add("GET", BASE, this::list);
        sandbox.add(
                "POST",
                BASE,
                request -> SandboxResponse.json(
                        201,
                        make(request.parameter("id"), request.json(), IconikSandbox.USER)
                                .copy()));
        sandbox.add("POST", BASE + "bulk/", this::createAll);
        sandbox.add("DELETE", BASE + "bulk/", this::deleteAll);
        sandbox.add(
                "GET",
                BASE + "{segment}/",
                request -> SandboxResponse.json(find(request).copy()));
        sandbox.add("PATCH", BASE + "{segment}/", this::patch);
        sandbox.add("DELETE", BASE + "{segment}/", request -> {
            delete(find(request));
            return SandboxResponse.status(204);
        });
    }

    private Row find(SandboxRequest request) {
        return Store.find(store.segments, request.parameter("segment"), "Segment");
    }

    private SandboxResponse list(SandboxRequest request) {
        String asset = store.asset(request.parameter("id")).id();
        String type = request.query("segment_type").orElse(null);
        boolean all = request.query("include_all_versions").orElse("").equals("true");
        String current = store.currentVersion(store.asset(asset));
        List<Map<String, @Nullable Object>> found = store.index(List.of("segments")).stream()
                .filter(one -> asset.equals(one.get("asset_id")))
                .filter(one -> type == null || type.equals(one.get("segment_type")))
                .filter(one -> all || current.equals(one.get("version_id")))
                .filter(one -> !"DELETED".equals(one.get("status")))
                .toList();
        List<Map<String, @Nullable Object>> shown = new ArrayList<>();
        found.forEach(one -> {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>(one);
            // Only search says of what kind a thing is.
            copy.remove("object_type");
            shown.add(copy);
        });
        return Lists.numbered(request, shown);
    }

    Row make(String asset, Map<String, ? extends @Nullable Object> sent, String user) {
        Row owner = store.asset(asset);
        if (!(sent.get("segment_type") instanceof String)) {
            throw Refusal.ofField("segment_type", "Missing data for required field.");
        }
        Row row = Row.of("id", store.nextId(), "asset_id", asset, "status", "ACTIVE")
                .with("version_id", store.currentVersion(owner))
                .with("user_id", user)
                .with("user_first_name", "Ida")
                .with("user_last_name", null)
                .with("time_start_milliseconds", null)
                .with("time_end_milliseconds", null)
                .with("external_id", null)
                .with("metadata", Map.of())
                .take(sent, READ_ONLY)
                .with("date_created", store.now());
        store.segments.put(row.id(), row);
        store.touch(row, "segments");
        return row;
    }

    private SandboxResponse createAll(SandboxRequest request) {
        List<?> all = Lists.ids(request, "objects");
        for (Object one : all) {
            Row sent = new Row();
            ((Map<?, ?>) one).forEach((name, value) -> sent.with(String.valueOf(name), value));
            make(request.parameter("id"), sent.members, IconikSandbox.USER);
        }
        return SandboxResponse.status(201);
    }

    private SandboxResponse patch(SandboxRequest request) {
        Row row = find(request).take(request.json(), READ_ONLY);
        store.touch(row, "segments");
        return SandboxResponse.json(row.copy());
    }

    private void delete(Row row) {
        row.with("status", "DELETED");
        store.touch(row, "segments");
    }

    private SandboxResponse deleteAll(SandboxRequest request) {
        Lists.ids(request, "segment_ids")
                .forEach(id -> delete(Store.find(store.segments, String.valueOf(id), "Segment")));
        return SandboxResponse.status(204);
    }
}
