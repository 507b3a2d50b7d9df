package dev.contentconnect.vip;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.ErrorDecoder;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads error answers of a private REST interface. Their form is not public: the usual members are looked for, and the
 * status decides.
 *
 * @param loginPage where people log in; a request that ended up there was not believed
 */
record VtinfoRestErrors(URI loginPage) implements ErrorDecoder {
    private static final List<String> CODES = List.of("error", "code", "errorCode");
    private static final List<String> MESSAGES =
            List.of("error_description", "message", "errorMessage", "detail", "title");

    @Override
    public ConnectorError decode(Trace trace, HttpReply reply) {
        Object plain = null;
        try {
            plain = Json.decodePlain(reply.body());
        } catch (JsonException notJson) {
            // The status decides, and the beginning of the text is in the message.
        }
        Map<?, ?> body = plain instanceof Map<?, ?> map ? map : Map.of();
        String message = first(body, MESSAGES);
        return HttpErrors.byStatus(trace.withVendor(first(body, CODES), message == null ? "" : message), reply);
    }

    @Override
    public @Nullable ConnectorError failureIn(Trace trace, HttpReply reply) {
        // A login page in place of an answer comes with 200, after a redirect.
        return RequestUri.sameOrigin(loginPage, reply.uri()) && isPage(reply)
                ? new ConnectorError.Unauthenticated(
                        trace.withVendor("sent_to_login", "the request was sent on to the login page"))
                : null;
    }

    private static boolean isPage(HttpReply reply) {
        return reply.header("Content-Type")
                .orElse("")
                .toLowerCase(java.util.Locale.ROOT)
                .startsWith("text/html");
    }

    private static @Nullable String first(Map<?, ?> body, List<String> names) {
        for (String name : names) {
            Object value = body.get(name);
            if (value instanceof Number || (value instanceof String text && !text.isBlank())) {
                return value.toString();
            }
        }
        return null;
    }
}
