package dev.contentconnect.xecm;

import dev.contentconnect.core.auth.AuthStep;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.xecm.wire.WireFields;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all groups of calls share: addresses, bodies and answers. */
final class XecmHttp implements AutoCloseable {
    static final String JSON = "application/json;charset=utf-8";
    private static final String BODY = "body";

    private final URI api;
    private final HttpChannel channel;
    private final HttpChannel logins;

    XecmHttp(XecmConfig config) {
        URI endpoint = config.options().endpoint();
        this.api = api(endpoint);
        StickyCookies cookies = new StickyCookies(api);
        this.logins = config.options()
                .channel(XecmConnector.SYSTEM, new XecmErrors(), null, null)
                .perAttempt(List.of(cookies))
                .build();
        AuthStep auth = new AuthStep(XecmLogin.source(config, api, logins), List.of(endpoint));
        // Within the login: the call that waited for it goes to the server that knows the ticket.
        HttpStep both = (call, next) -> auth.take(call, sent -> cookies.take(sent, next));
        this.channel = config.options()
                .channel(XecmConnector.SYSTEM, new XecmErrors(), both, null)
                .build();
    }

    /** Some know the address with {@code /api}, some without. */
    private static URI api(URI endpoint) {
        URI plain = RequestUri.of(endpoint).build();
        return plain.getPath().endsWith("/api")
                ? plain
                : RequestUri.of(plain).path("api").build();
    }

    HttpChannel channel() {
        return channel;
    }

    RequestUri v1(Object... path) {
        return uri("v1", path);
    }

    RequestUri v2(Object... path) {
        return uri("v2", path);
    }

    private RequestUri uri(String version, Object... path) {
        RequestUri out = RequestUri.of(api).path(version);
        for (Object segment : path) {
            out.path(segment.toString());
        }
        return out;
    }

    WireFields get(String operation, RequestUri uri) {
        return read(HttpCall.get(operation, uri.build()));
    }

    /** The server reads forms only; what is nested goes as JSON text into one field of it. */
    static HttpBody body(Map<String, ? extends @Nullable Object> json) {
        return HttpBody.form(Map.of(BODY, text(json)));
    }

    static String text(Object json) {
        return new String(Json.encodeWithNulls(json), StandardCharsets.UTF_8);
    }

    WireFields post(String operation, RequestUri uri, HttpBody body, Effect effect) {
        return read(HttpCall.of(operation, "POST", uri.build(), effect).body(body));
    }

    WireFields put(String operation, RequestUri uri, HttpBody body, Effect effect) {
        return read(HttpCall.of(operation, "PUT", uri.build(), effect).body(body));
    }

    WireFields delete(String operation, RequestUri uri) {
        return read(HttpCall.delete(operation, uri.build()));
    }

    private WireFields read(HttpCall.Builder call) {
        HttpCall built = call.header("Accept", JSON).build();
        return channel.decode(built, channel.send(built), XecmHttp::object);
    }

    private static WireFields object(byte[] body) {
        if (body.length == 0) {
            return WireFields.NONE;
        }
        Object plain = Json.decodePlain(body);
        if (plain instanceof Map<?, ?> || plain instanceof List<?>) {
            return plain instanceof List<?> ? WireFields.of(Map.of("results", plain)) : WireFields.of(plain);
        }
        throw new JsonException("neither an object nor a list");
    }

    @Override
    public void close() {
        channel.close();
        logins.close();
    }
}
