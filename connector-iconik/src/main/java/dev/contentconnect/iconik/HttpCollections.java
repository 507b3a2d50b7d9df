package dev.contentconnect.iconik;

import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.iconik.api.Collections;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.wire.WireCollection;
import dev.contentconnect.iconik.wire.WireHit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collections over HTTP. */
record HttpCollections(IconikHttp http) implements Collections {
    private static final String SERVICE = "assets";
    private static final String COLLECTIONS = "collections";

    @Override
    public WireCollection get(String id) {
        return http.get("collections.get", http.uri(SERVICE, COLLECTIONS, id), WireCollection.class);
    }

    @Override
    public Paged<WireCollection> list(ListQuery query) {
        return new IconikLists(http)
                .numbered("collections.list", () -> http.uri(SERVICE, COLLECTIONS), query, WireCollection.class);
    }

    @Override
    public WireCollection create(Map<String, ? extends @Nullable Object> fields) {
        return http.post("collections.create", http.uri(SERVICE, COLLECTIONS), fields, WireCollection.class);
    }

    @Override
    public WireCollection update(String id, Map<String, ? extends @Nullable Object> change) {
        return http.patch("collections.update", http.uri(SERVICE, COLLECTIONS, id), change, WireCollection.class);
    }

    @Override
    public void delete(String id) {
        http.delete("collections.delete", http.uri(SERVICE, COLLECTIONS, id));
    }

    @Override
    public Paged<WireHit> contents(String id, ListQuery query) {
        return new IconikLists(http)
                .numbered(
                        "collections.contents",
                        () -> http.uri(SERVICE, COLLECTIONS, id, "contents"),
                        query,
                        WireHit.class);
    }

    @Override
    public void add(String id, ObjectType type, String object) {
        RequestUri uri = http.uri(SERVICE, COLLECTIONS, id, "contents");
        http.send(HttpCall.post("collections.add", uri.build())
                .json(Map.of("object_id", object, "object_type", type.value())));
    }

    @Override
    public void remove(String id, ObjectType type, String object) {
        RequestUri uri = http.uri(SERVICE, COLLECTIONS, id, "contents", type.value(), object);
        // 404 says that it is not in there.
        http.send(HttpCall.delete("collections.remove", uri.build()).accept(404));
    }
}
