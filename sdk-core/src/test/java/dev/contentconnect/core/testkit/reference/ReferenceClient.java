package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reference system's own words: collections of objects with an id, a key and a revision. */
final class ReferenceClient {
    private final HttpChannel channel;
    private final URI endpoint;
    private final int pageSize;

    ReferenceClient(HttpChannel channel, URI endpoint, int pageSize) {
        this.channel = channel;
        this.endpoint = endpoint;
        this.pageSize = pageSize;
    }

    HttpChannel channel() {
        return channel;
    }

    RequestUri uri(String... segments) {
        return RequestUri.of(endpoint).path("api").path(segments);
    }

    /** The id of an object of this system. */
    static String id(SourceRef ref) {
        return ref.idIn(ReferenceConnector.SYSTEM);
    }

    Map<String, @Nullable Object> get(String operation, String collection, SourceRef ref) {
        return object(HttpCall.get(operation, uri(collection, id(ref)).build()).build());
    }

    <T> T get(String operation, String collection, SourceRef ref, Class<T> type) {
        return to(type, operation, get(operation, collection, ref));
    }

    Optional<Map<String, @Nullable Object>> byKey(String operation, String collection, String key) {
        return page(operation, collection, Map.of("key", key), 2, null).items().stream()
                .findFirst();
    }

    <T> Optional<T> byKey(String operation, String collection, String key, Class<T> type) {
        return byKey(operation, collection, key).map(found -> to(type, operation, found));
    }

    <T> Paged<T> list(String operation, String collection, Map<String, ?> filters, int wanted, Class<T> type) {
        int limit = Math.min(wanted, pageSize);
        return Paged.of(ReferenceConnector.SYSTEM, operation, cursor -> {
            Page<Map<String, @Nullable Object>> page = page(operation, collection, filters, limit, cursor);
            List<T> items = new ArrayList<>();
            List<MappingIssue> issues = new ArrayList<>(page.issues());
            for (Map<String, @Nullable Object> item : page.items()) {
                try {
                    items.add(PlainRecords.read(type, withRef(item)));
                } catch (RuntimeException e) {
                    issues.add(new MappingIssue(
                            collection, String.valueOf(e.getMessage()), String.valueOf(item.get("id"))));
                }
            }
            return new Page<>(items, page.next(), page.total(), issues);
        });
    }

    /** Makes an object, or finds the one made under the same key, also when another was faster. */
    Map<String, @Nullable Object> create(
            String operation, String collection, String key, Map<String, ? extends @Nullable Object> members) {
        Optional<Map<String, @Nullable Object>> known = byKey(operation, collection, key);
        if (known.isPresent()) {
            return known.get();
        }
        Map<String, @Nullable Object> body = new LinkedHashMap<>(members);
        body.remove("ref");
        body.put("key", key);
        try {
            return object(
                    HttpCall.post(operation, uri(collection).build()).json(body).build());
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.CONFLICT) {
                return byKey(operation, collection, key).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    /** Changes members, provided that nobody changed the object since it was read. Null clears a member. */
    Map<String, @Nullable Object> patch(
            String operation,
            String collection,
            Map<String, @Nullable Object> read,
            Map<String, ? extends @Nullable Object> change) {
        URI uri = uri(collection, String.valueOf(read.get("id"))).build();
        byte[] body = Json.encodeWithNulls(change);
        return object(HttpCall.of(operation, "PATCH", uri, Effect.UNSAFE)
                .header("If-Match", String.valueOf(read.get("revision")))
                .body(new dev.contentconnect.core.http.HttpBody.Bytes("application/json", body))
                .build());
    }

    <T> T to(Class<T> type, String operation, Map<String, @Nullable Object> members) {
        try {
            return PlainRecords.read(type, withRef(members));
        } catch (IllegalArgumentException e) {
            throw new ConnectorException(
                    new ConnectorError.Undecodable(
                            Trace.local(ReferenceConnector.SYSTEM, operation, String.valueOf(e.getMessage()))),
                    e);
        }
    }

    @SuppressWarnings("unchecked") // a JSON object decodes to a map of names
    Map<String, @Nullable Object> object(HttpCall call) {
        return (Map<String, @Nullable Object>)
                channel.decode(call, channel.send(call), body -> Json.decode(body, Map.class));
    }

    record WirePage(
            List<@Nullable Object> items,
            @Nullable String next,
            @Nullable Long total) {}

    private Page<Map<String, @Nullable Object>> page(
            String operation, String collection, Map<String, ?> filters, int limit, @Nullable Cursor cursor) {
        RequestUri uri = uri(collection);
        filters.forEach(uri::query);
        uri.query("limit", limit).query("page", cursor == null ? null : cursor.value());
        WirePage page = channel.read(HttpCall.get(operation, uri.build()).build(), WirePage.class);
        String next = page.next();
        boolean end = next == null || next.isEmpty();
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        List<MappingIssue> issues = new ArrayList<>();
        for (Object item : page.items() == null ? List.of() : page.items()) {
            if (item instanceof Map<?, ?> members) {
                items.add(named(members));
            } else {
                issues.add(MappingIssue.of(collection, "an item that is no object"));
            }
        }
        return new Page<>(items, end ? null : Cursor.of(next), page.total(), issues);
    }

    @SuppressWarnings("unchecked") // a JSON object decodes to a map of names
    private static Map<String, @Nullable Object> named(Map<?, ?> members) {
        return (Map<String, @Nullable Object>) members;
    }

    private static Map<String, @Nullable Object> withRef(Map<String, @Nullable Object> members) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>(members);
        Object id = out.get("id");
        if (id != null) {
            out.put("ref", ReferenceConnector.SYSTEM + ":" + id);
        }
        return out;
    }
}
