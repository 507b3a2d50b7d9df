package dev.contentconnect.aprimo.pm;

import dev.contentconnect.aprimo.map.AssetMapper;
import dev.contentconnect.aprimo.pm.api.PmQuery;
import dev.contentconnect.aprimo.pm.wire.PmObject;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What all groups of calls share: addresses, headers, envelopes. */
record PmHttp(HttpChannel channel, URI endpoint, PmConfig config) {
    static final String SYSTEM = AssetMapper.SYSTEM;
    static final LocalErrors REFUSED = LocalErrors.of(SYSTEM);

    private static final Pattern LAST_NUMBER = Pattern.compile(".*/([1-9][0-9]{0,17})/?");

    /** {@code /api/…}; the first part may be several, and called otherwise. */
    RequestUri at(String resource, Object... path) {
        RequestUri uri = RequestUri.of(endpoint).path("api");
        for (String part : config.route(resource).split("/", -1)) {
            uri.path(part);
        }
        for (Object part : path) {
            uri.path(part.toString());
        }
        return uri;
    }

    HttpReply send(HttpCall.Builder call) {
        return channel.send(prepared(call));
    }

    private HttpCall prepared(HttpCall.Builder call) {
        // What another host says is not what the tenant says.
        return call.header("Accept", "application/json")
                .redirectsTo(target -> RequestUri.sameOrigin(endpoint, target))
                .build();
    }

    PmObject get(String operation, RequestUri uri) {
        HttpCall call = prepared(HttpCall.get(operation, uri.build()));
        return channel.decode(call, channel.send(call), body -> {
            PmObject out = PmObject.of(Json.decodePlain(body));
            if (out.asMap().isEmpty()) {
                throw new JsonException("not an object");
            }
            return out;
        });
    }

    PmPages.Batch page(String operation, RequestUri uri, @Nullable PmQuery query) {
        HttpCall.Builder call = query == null
                ? HttpCall.get(operation, uri.build())
                : HttpCall.of(operation, "POST", uri.build(), Effect.SAFE).body(body(query.asMap()));
        HttpCall ready = prepared(call);
        return channel.decode(ready, channel.send(ready), body -> PmPages.Batch.of(Json.decodePlain(body)));
    }

    /** A collection that comes whole, as it does below one object. */
    List<PmObject> items(String operation, RequestUri uri) {
        return page(operation, uri, null).items();
    }

    /** Sends what makes an object, and gives its number. */
    long create(String operation, RequestUri uri, Object body, String... names) {
        HttpCall call = prepared(HttpCall.post(operation, uri.build()).body(body(body)));
        HttpReply reply = channel.send(call);
        Long id = channel.decode(call, reply, bytes -> number(bytes, reply, names));
        if (id == null) {
            throw REFUSED.undecodable(operation, "the answer names no number of what was made");
        }
        return id;
    }

    /** The answer is not published: an object, a bare number, or only an address. */
    private static @Nullable Long number(byte[] bytes, HttpReply reply, String... names) {
        Object plain = bytes.length == 0 ? null : Json.decodePlain(bytes);
        Long named = plain instanceof Number bare
                ? Long.valueOf(bare.longValue())
                : PmObject.of(plain).number(names);
        if (named != null) {
            return named;
        }
        Matcher matcher = LAST_NUMBER.matcher(reply.header("Location").orElse(""));
        return matcher.matches() ? Long.valueOf(matcher.group(1)) : null;
    }

    PmObject post(String operation, RequestUri uri, Object body) {
        HttpCall call = prepared(HttpCall.post(operation, uri.build()).body(body(body)));
        return channel.decode(
                call,
                channel.send(call),
                bytes -> bytes.length == 0 ? PmObject.NOTHING : PmObject.of(Json.decodePlain(bytes)));
    }

    /** Calls of this kind take an empty object, and what they answer is not looked at. */
    void act(String operation, RequestUri uri) {
        send(HttpCall.post(operation, uri.build()).body(body(Map.of())));
    }

    void put(String operation, RequestUri uri, Object body) {
        send(HttpCall.put(operation, uri.build()).body(body(body)));
    }

    void delete(String operation, RequestUri uri) {
        send(HttpCall.delete(operation, uri.build()));
    }

    static HttpBody body(Object value) {
        return new HttpBody.Bytes("application/json", Json.encodeWithNulls(value));
    }
}
