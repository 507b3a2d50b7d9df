package dev.contentconnect.core.http;

import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.error.Trace;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Makes traces out of calls and answers. */
final class Traces {
    private static final String[] REQUEST_ID_HEADERS = {
        "X-Request-Id", "Request-Id", "X-Correlation-Id", "X-Amzn-RequestId", "X-Trace-Id", "CF-Ray"
    };

    private Traces() {}

    static Trace of(String system, HttpCall call, Delivery delivery, String message) {
        return new Trace(system, call.operation(), RequestUri.host(call.uri()), 0, null, message, null, 1, delivery);
    }

    static Trace of(String system, HttpCall call, HttpReply reply) {
        return new Trace(
                system,
                call.operation(),
                RequestUri.host(reply.uri()),
                reply.status(),
                null,
                "",
                requestId(reply),
                1,
                Delivery.ANSWERED);
    }

    static String hostAndPort(URI uri) {
        int standard = "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
        return uri.getHost() + ":" + (uri.getPort() < 0 ? standard : uri.getPort());
    }

    private static @Nullable String requestId(HttpReply reply) {
        for (String name : REQUEST_ID_HEADERS) {
            var id = reply.header(name);
            if (id.isPresent()) {
                return id.get();
            }
        }
        return null;
    }
}
