package dev.contentconnect.iconik;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.api.Metadata;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.wire.WireField;
import dev.contentconnect.iconik.wire.WireValues;
import dev.contentconnect.iconik.wire.WireView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Fields, views and values over HTTP. */
record HttpMetadata(IconikHttp http) implements Metadata {
    private static final String SERVICE = "metadata";

    @Override
    public Optional<WireValues> values(ObjectType type, String id, String view) {
        return orNothing("metadata.values", http.uri(SERVICE, type.value(), id, "views", view));
    }

    @Override
    public Optional<WireValues> ofVersion(String id, String version, String view) {
        return orNothing("metadata.ofVersion", http.uri(SERVICE, "assets", id, "versions", version, "views", view));
    }

    private Optional<WireValues> orNothing(String operation, RequestUri uri) {
        try {
            return Optional.of(http.get(operation, uri, WireValues.class));
        } catch (ConnectorException e) {
            // 404 is how the service says that no value was set yet.
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public WireValues write(ObjectType type, String id, String view, Map<String, ? extends List<?>> values) {
        return http.put(
                "metadata.write",
                http.uri(SERVICE, type.value(), id, "views", view),
                Map.of("metadata_values", document(values)),
                WireValues.class);
    }

    @Override
    public void writeSame(ObjectType type, Collection<String> ids, String view, Map<String, ? extends List<?>> values) {
        IconikHttp.inChunks(
                ids,
                some -> http.send(HttpCall.put(
                                "metadata.writeSame",
                                http.uri(SERVICE, type.value(), "views", view).build())
                        .json(Map.of("object_ids", some, "metadata_values", document(values)))));
    }

    @Override
    public void writeEach(ObjectType type, String view, Map<String, ? extends Map<String, ? extends List<?>>> values) {
        IconikHttp.inChunks(values.keySet(), some -> {
            List<Map<String, Object>> each = new ArrayList<>();
            some.forEach(id ->
                    each.add(Map.of("id", id, "metadata_values", document(Objects.requireNonNull(values.get(id))))));
            http.send(HttpCall.of(
                            "metadata.writeEach",
                            "POST",
                            http.uri(SERVICE, type.value(), "views", view).build(),
                            Effect.IDEMPOTENT)
                    .json(Map.of("object_ids", some, "metadata_values_object_id_mapping", each)));
        });
    }

    private static Map<String, Object> document(Map<String, ? extends List<?>> values) {
        Map<String, Object> out = new LinkedHashMap<>();
        values.forEach((name, all) -> {
            List<Map<String, Object>> entries = new ArrayList<>();
            all.forEach(value -> entries.add(Map.of("value", value)));
            out.put(name, Map.of("field_values", entries, "mode", "overwrite"));
        });
        return out;
    }

    @Override
    public Paged<WireField> fields(ListQuery query) {
        return new IconikLists(http)
                .after(
                        "metadata.fields",
                        () -> http.uri(SERVICE, "fields"),
                        "last_field_name",
                        "name",
                        query,
                        WireField.class);
    }

    @Override
    public WireField field(String name) {
        return http.get("metadata.field", http.uri(SERVICE, "fields", name), WireField.class);
    }

    @Override
    public WireField createField(Map<String, ?> fields) {
        return http.post("metadata.createField", http.uri(SERVICE, "fields"), fields, WireField.class);
    }

    @Override
    public List<WireView> views() {
        return http.whole("metadata.views", http.uri(SERVICE, "views"), WireView.class);
    }

    @Override
    public WireView view(String id) {
        return http.get("metadata.view", http.uri(SERVICE, "views", id).query("merge_fields", true), WireView.class);
    }
}
