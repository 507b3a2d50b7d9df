package dev.contentconnect.iconik;

import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.iconik.api.Assets;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.wire.WireAsset;
import dev.contentconnect.iconik.wire.WireHistory;
import dev.contentconnect.iconik.wire.WireVersion;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assets over HTTP. */
record HttpAssets(IconikHttp http) implements Assets {
    private static final String SERVICE = "assets";

    @Override
    public WireAsset get(String id, boolean withCollections) {
        RequestUri uri = http.uri(SERVICE, SERVICE, id);
        return http.get("assets.get", withCollections ? uri.query("include_collections", true) : uri, WireAsset.class);
    }

    @Override
    public Paged<WireAsset> list(ListQuery query) {
        return new IconikLists(http).numbered("assets.list", () -> http.uri(SERVICE, SERVICE), query, WireAsset.class);
    }

    @Override
    public WireAsset create(Map<String, ? extends @Nullable Object> fields) {
        return http.post("assets.create", http.uri(SERVICE, SERVICE), fields, WireAsset.class);
    }

    @Override
    public WireAsset update(String id, Map<String, ? extends @Nullable Object> change) {
        return http.patch("assets.update", http.uri(SERVICE, SERVICE, id), change, WireAsset.class);
    }

    @Override
    public void delete(String id) {
        http.delete("assets.delete", http.uri(SERVICE, SERVICE, id));
    }

    @Override
    public void deleteAll(Collection<String> ids) {
        bin("assets.deleteAll", "POST", ids);
    }

    /** DELETE of the bin takes out of it. */
    @Override
    public void restoreAll(Collection<String> ids) {
        bin("assets.restoreAll", "DELETE", ids);
    }

    private void bin(String operation, String method, Collection<String> ids) {
        IconikHttp.inChunks(
                ids,
                some -> http.send(HttpCall.of(
                                operation,
                                method,
                                http.uri(SERVICE, "delete_queue", SERVICE).build(),
                                Effect.IDEMPOTENT)
                        .json(Map.of("ids", some))));
    }

    private record Versions(@Nullable List<WireVersion> versions) {}

    @Override
    public List<WireVersion> createVersion(String id, Map<String, ?> options) {
        List<WireVersion> all = http.post(
                        "assets.createVersion", http.uri(SERVICE, SERVICE, id, "versions"), options, Versions.class)
                .versions();
        return all == null ? List.of() : all;
    }

    @Override
    public void createVersionFrom(String id, String source, Map<String, ?> options) {
        RequestUri uri = http.uri(SERVICE, SERVICE, id, "versions", "from", SERVICE, source);
        http.send(HttpCall.post("assets.createVersionFrom", uri.build()).json(options));
    }

    @Override
    public void promoteVersion(String id, String version) {
        RequestUri uri = http.uri(SERVICE, SERVICE, id, "versions", version, "promote");
        http.send(HttpCall.put("assets.promoteVersion", uri.build()));
    }

    @Override
    public void deleteVersion(String id, String version) {
        http.delete("assets.deleteVersion", http.uri(SERVICE, SERVICE, id, "versions", version));
    }

    @Override
    public Paged<WireHistory> history(String id, ListQuery query) {
        return new IconikLists(http)
                .numbered("assets.history", () -> http.uri(SERVICE, SERVICE, id, "history"), query, WireHistory.class);
    }

    @Override
    public WireHistory addHistory(String id, String operationType, @Nullable String description) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("operation_type", operationType);
        if (description != null) {
            fields.put("operation_description", description);
        }
        return http.post("assets.addHistory", http.uri(SERVICE, SERVICE, id, "history"), fields, WireHistory.class);
    }
}
