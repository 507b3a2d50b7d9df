package dev.contentconnect.tradinggrid;

import dev.contentconnect.core.auth.AuthStep;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.spi.ConnectorOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The channels to the hosts, and the lists whose envelopes are not published. */
final class TradingGridHttp implements AutoCloseable {
    private final TradingGridConfig config;
    private final HttpChannel tokens;
    private final HttpChannel gateway;
    private final HttpChannel cartographer;
    private final @Nullable HttpChannel messaging;

    TradingGridHttp(TradingGridConfig config) {
        this.config = config;
        ConnectorOptions options = config.options();
        AtOnce atOnce = new AtOnce(config.callsAtOnce(), options.http().callTimeout());
        this.tokens = options.channel(TradingGridConnector.SYSTEM, new TradingGridErrors(), null, null)
                .build();
        TradingGridAuth auth = new TradingGridAuth(config, tokens);
        this.gateway = channel(new AuthStep(auth.gateway(true), List.of(options.endpoint())), atOnce);
        TradingGridConfig.Cartographer maps = config.cartographer();
        this.cartographer = channel(new AuthStep(auth.cartographer(), List.of(maps.endpoint())), atOnce);
        TradingGridConfig.Messaging messages = config.messaging();
        this.messaging = messages == null
                ? null
                : channel(new AuthStep(auth.messaging(messages), List.of(messages.endpoint())), atOnce);
    }

    private HttpChannel channel(HttpStep auth, HttpStep atOnce) {
        return config.options()
                .channel(TradingGridConnector.SYSTEM, new TradingGridErrors(), auth, null)
                .perAttempt(List.of(atOnce))
                .build();
    }

    TradingGridConfig config() {
        return config;
    }

    HttpChannel gateway() {
        return gateway;
    }

    HttpChannel cartographer() {
        return cartographer;
    }

    HttpChannel messaging() {
        if (messaging == null) {
            throw new IllegalStateException("no messagingEndpoint is configured");
        }
        return messaging;
    }

    static RequestUri uri(URI host, String... path) {
        return RequestUri.of(host).path(path);
    }

    static HttpCall json(HttpCall.Builder call) {
        return call.header("Accept", "application/json").build();
    }

    /**
     * A list that may come bare, within an object, or as its one element. What has another form is told, and the rest is there.
     */
    static <T> List<T> list(
            HttpChannel channel, HttpCall call, Class<T> type, Consumer<MappingIssue> issues, String... names) {
        HttpReply reply = channel.send(call);
        return channel.decode(call, reply, body -> {
            List<T> out = new ArrayList<>();
            int at = 0;
            for (Object one : elements(Json.decodePlain(body), names)) {
                try {
                    if (one != null) {
                        out.add(Json.convert(one, type));
                    }
                } catch (JsonException e) {
                    issues.accept(MappingIssue.of("[" + at + "]", String.valueOf(e.getMessage())));
                }
                at++;
            }
            return List.copyOf(out);
        });
    }

    private static Collection<? extends @Nullable Object> elements(@Nullable Object plain, String... names) {
        if (plain instanceof List<?> bare) {
            return bare;
        }
        if (!(plain instanceof Map<?, ?> object)) {
            throw new JsonException("neither a list nor an object");
        }
        for (String name : names) {
            if (object.get(name) instanceof List<?> list) {
                return list;
            }
        }
        List<?> lists = object.values().stream().filter(List.class::isInstance).toList();
        if (lists.size() == 1 && lists.get(0) instanceof List<?> only && object.size() <= 4) {
            return only;
        }
        return object.isEmpty() ? List.of() : List.of(object);
    }

    @Override
    public void close() {
        tokens.close();
        gateway.close();
        cartographer.close();
        if (messaging != null) {
            messaging.close();
        }
    }
}
