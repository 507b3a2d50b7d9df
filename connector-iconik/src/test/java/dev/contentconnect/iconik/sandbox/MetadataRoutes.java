package dev.contentconnect.iconik.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields, views and values. An object without values answers 404. */
final class MetadataRoutes {
    private static final String BASE = "/API/metadata/v1/";

    private final IconikSandbox sandbox;
    private final Store store;

    MetadataRoutes(IconikSandbox sandbox) {
        this.sandbox = sandbox;
        this.store = sandbox.store;
        sandbox.add(
                "GET",
                BASE + "fields/",
                request -> Lists.after(
                        request,
                        "last_field_name",
                        "name",
                        store.fields.values().stream().map(Row::copy).toList()));
        sandbox.add("POST", BASE + "fields/", this::createField);
        sandbox.add(
                "GET",
                BASE + "fields/{name}/",
                request -> SandboxResponse.json(Store.find(store.fields, request.parameter("name"), "Field")
                        .copy()));
        sandbox.add(
                "GET",
                BASE + "views/",
                request -> Lists.whole(store.views.values().stream()
                        .map(view -> view(view, false))
                        .toList()));
        sandbox.add(
                "GET",
                BASE + "views/{view}/",
                request -> SandboxResponse.json(view(
                        Store.find(store.views, request.parameter("view"), "View"),
                        request.query("merge_fields").orElse("").equals("true"))));
        sandbox.add("GET", BASE + "{type}/{id}/views/{view}/", request -> get(request, request.parameter("id")));
        sandbox.add("PUT", BASE + "{type}/{id}/views/{view}/", this::put);
        sandbox.add(
                "GET",
                BASE + "assets/{id}/versions/{version}/views/{view}/",
                request -> get(request, request.parameter("id")));
        sandbox.add("PUT", BASE + "{type}/views/{view}/", this::putSame);
        sandbox.add("POST", BASE + "{type}/views/{view}/", this::putEach);
    }

    private SandboxResponse createField(SandboxRequest request) {
        Row row = new Row().take(request.json());
        store.fields.put(row.text("name"), row);
        return SandboxResponse.json(201, row.copy());
    }

    private Map<String, @Nullable Object> view(Row view, boolean merged) {
        List<Map<String, @Nullable Object>> fields = new ArrayList<>();
        view.list("fields").forEach(name -> {
            Row field = Store.find(store.fields, String.valueOf(name), "Field");
            Map<String, @Nullable Object> one = merged ? field.copy() : new LinkedHashMap<>();
            one.put("name", name);
            one.putIfAbsent("label", null);
            fields.add(one);
        });
        Map<String, @Nullable Object> out = view.copy();
        out.remove("fields");
        out.put("view_fields", fields);
        return out;
    }

    private SandboxResponse get(SandboxRequest request, String id) {
        Row view = Store.find(store.views, request.parameter("view"), "View");
        Map<String, List<Object>> all = store.values.getOrDefault(id, Map.of());
        boolean any = view.list("fields").stream().anyMatch(name -> all.containsKey(String.valueOf(name)));
        if (!any) {
            throw Refusal.of(404, "Metadata values not found");
        }
        return SandboxResponse.json(document(id, view));
    }

    private Map<String, @Nullable Object> document(String id, Row view) {
        Map<String, List<Object>> all = store.values.getOrDefault(id, Map.of());
        Map<String, Object> fields = new LinkedHashMap<>();
        String list = sandbox.behaviour.speaksTheOlderShape ? "values" : "field_values";
        all.forEach((name, values) -> {
            if (view.list("fields").contains(name)) {
                List<Map<String, Object>> entries = new ArrayList<>();
                values.forEach(value -> entries.add(Map.of("value", value)));
                fields.put(name, Map.of(list, entries));
            }
        });
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        if (sandbox.behaviour.speaksTheOlderShape) {
            out.putAll(fields);
        } else {
            out.put("metadata_values", fields);
        }
        out.put("object_id", id);
        out.put("object_type", "assets");
        out.put("date_modified", store.valuesModified.get(id));
        out.put("job_id", null);
        return out;
    }

    private SandboxResponse put(SandboxRequest request) {
        Row view = Store.find(store.views, request.parameter("view"), "View");
        String id = request.parameter("id");
        store.asset(id);
        write(id, view, fields(request.json().get("metadata_values")));
        return SandboxResponse.json(document(id, view));
    }

    private static Map<?, ?> fields(@Nullable Object sent) {
        if (!(sent instanceof Map<?, ?> fields)) {
            throw Refusal.ofField("metadata_values", "Missing data for required field.");
        }
        return fields;
    }

    /** Fields that the view does not have are left out without a word. Fields not named stay as they are. */
    void write(String id, Row view, Map<?, ?> fields) {
        Map<String, List<Object>> taken = new LinkedHashMap<>();
        fields.forEach((name, given) -> {
            if (view.list("fields").contains(name) && given instanceof Map<?, ?> field) {
                taken.put(String.valueOf(name), checked(String.valueOf(name), field));
            }
        });
        taken.forEach((name, values) -> {
            store.values.computeIfAbsent(id, any -> new LinkedHashMap<>()).put(name, values);
            follow(id, Store.find(store.fields, name, "Field"), values);
        });
        store.valuesModified.put(id, store.now());
        // Metadata alone does not move the date of change of the asset.
        store.reindex(store.asset(id), "assets");
    }

    private List<Object> checked(String name, Map<?, ?> field) {
        Row definition = Store.find(store.fields, name, "Field");
        List<Object> values = new ArrayList<>();
        if (field.get("field_values") instanceof List<?> entries) {
            for (Object entry : entries) {
                if (entry instanceof Map<?, ?> one && one.get("value") != null) {
                    values.add(one.get("value"));
                }
            }
        }
        if (values.size() > 1 && !definition.is("multi", true)) {
            throw Refusal.ofField(name, "The field takes one value.");
        }
        if (definition.is("field_type", "drop_down")) {
            List<Object> options = new ArrayList<>();
            definition.list("options").forEach(one -> options.add(((Map<?, ?>) one).get("value")));
            if (!options.containsAll(values)) {
                throw Refusal.ofField(name, "Not a valid choice.");
            }
        }
        return values;
    }

    private void follow(String id, Row field, List<Object> values) {
        if (!sandbox.behaviour.blockIsRuledByField) {
            return;
        }
        Row asset = store.asset(id);
        if (field.is("is_block_field", true)) {
            asset.with("is_blocked", values.contains(true));
        }
        if (field.is("is_warning_field", true)) {
            asset.with("warning", values.isEmpty() ? null : values.get(0));
        }
    }

    private SandboxResponse putSame(SandboxRequest request) {
        Row view = Store.find(store.views, request.parameter("view"), "View");
        Lists.ids(request, "object_ids")
                .forEach(id ->
                        write(String.valueOf(id), view, fields(request.json().get("metadata_values"))));
        return SandboxResponse.status(202);
    }

    private SandboxResponse putEach(SandboxRequest request) {
        Row view = Store.find(store.views, request.parameter("view"), "View");
        Lists.ids(request, "object_ids");
        List<?> each =
                request.json().get("metadata_values_object_id_mapping") instanceof List<?> list ? list : List.of();
        each.forEach(one -> write(
                String.valueOf(((Map<?, ?>) one).get("id")), view, fields(((Map<?, ?>) one).get("metadata_values"))));
        return SandboxResponse.status(202);
    }
}
