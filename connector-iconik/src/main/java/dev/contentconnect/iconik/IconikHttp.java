package dev.contentconnect.iconik;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.RateGate;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.json.JsonPage;
import dev.contentconnect.core.spi.ConnectorOptions;
import dev.contentconnect.core.time.TimeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What all groups of calls share: addresses, calls, and the two ways out: with credential, and without. */
final class IconikHttp implements AutoCloseable {
    /** How many objects a bulk call takes. */
    static final int AT_ONCE = 500;

    private static final String OBJECTS = "objects";

    private final IconikConfig config;
    private final HttpChannel channel;
    private final HttpChannel storages;

    IconikHttp(IconikConfig config) {
        this.config = config;
        ConnectorOptions options = config.options();
        IconikErrors errors = new IconikErrors();
        // Storages and the token endpoint get neither the credential nor a turn within its rate limit.
        this.storages =
                options.channel(IconikConnector.SYSTEM, errors, null, null).build();
        RateGate gate = gate(config.requestsPerSecond(), options.time());
        this.channel = options.channel(IconikConnector.SYSTEM, errors, IconikAuth.step(config, storages), gate)
                .build();
    }

    /**
     * The service counts the requests of any 20 seconds. A burst on top of the full rate would be too many of them, so both
     * stay below it: 0.97 × 20 s + 0.4 s of 20 s.
     */
    private static RateGate gate(int perSecond, TimeSource time) {
        return new RateGate(0.97 * perSecond, Math.max(1, (int) (0.4 * perSecond)), time);
    }

    IconikConfig config() {
        return config;
    }

    HttpChannel storages() {
        return storages;
    }

    /** {@code /API/{service}/v1/…}. All paths end in a slash: without it the service redirects, and a body is lost. */
    static RequestUri base(IconikConfig config, String service, String... path) {
        return RequestUri.of(config.options().endpoint())
                .path("API", service, "v1")
                .path(path)
                .slash();
    }

    RequestUri uri(String service, String... path) {
        return base(config, service, path);
    }

    HttpReply send(HttpCall.Builder call) {
        return channel.send(call.header("Accept", "application/json").build());
    }

    <T> T read(HttpCall.Builder call, Class<T> type) {
        return channel.read(call.header("Accept", "application/json").build(), type);
    }

    <T> T decode(HttpCall call, HttpReply reply, Class<T> type) {
        return channel.decode(call, reply, body -> Json.decode(body, type));
    }

    <T> T get(String operation, RequestUri uri, Class<T> type) {
        return read(HttpCall.get(operation, uri.build()), type);
    }

    <T> T post(String operation, RequestUri uri, Object body, Class<T> type) {
        return read(HttpCall.post(operation, uri.build()).json(body), type);
    }

    /** Sends null where a field is to be cleared. The same change twice is as once. */
    <T> T patch(String operation, RequestUri uri, Map<String, ? extends @Nullable Object> change, Class<T> type) {
        return read(
                HttpCall.of(operation, "PATCH", uri.build(), Effect.IDEMPOTENT).body(withNulls(change)), type);
    }

    <T> T put(String operation, RequestUri uri, Object body, Class<T> type) {
        return read(HttpCall.put(operation, uri.build()).json(body), type);
    }

    void delete(String operation, RequestUri uri) {
        send(HttpCall.delete(operation, uri.build()));
    }

    static HttpBody withNulls(Map<String, ? extends @Nullable Object> members) {
        return new HttpBody.Bytes("application/json", Json.encodeWithNulls(members));
    }

    /** The {@code objects} of a list that comes whole. */
    <T> List<T> whole(String operation, RequestUri uri, Class<T> type) {
        HttpCall call = HttpCall.get(operation, uri.build())
                .header("Accept", "application/json")
                .build();
        HttpReply reply = channel.send(call);
        return channel.decode(call, reply, body -> {
            JsonPage<T> page = JsonPage.decode(body, OBJECTS, type);
            if (!page.issues().isEmpty()) {
                MappingIssue first = page.issues().get(0);
                throw new JsonException(first.path() + ": " + first.problem());
            }
            return page.items();
        });
    }

    /** A page: what came, and how the service says to go on. */
    <T> JsonPage<T> page(HttpCall call, Class<T> type) {
        HttpReply reply = channel.send(call);
        return channel.decode(call, reply, body -> JsonPage.decode(body, OBJECTS, type));
    }

    /** Bulk calls take 500 at most. Each id is sent once, in the order given. */
    static void inChunks(Collection<String> ids, Consumer<List<String>> send) {
        List<String> all = new ArrayList<>(new LinkedHashSet<>(ids));
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            send.accept(List.copyOf(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
    }

    @Override
    public void close() {
        channel.close();
        storages.close();
    }
}
