package dev.contentconnect.aprimo;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.ErrorDecoder;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads error answers. The DAM sends {@code exceptionMessage} and {@code exceptionType}, what stands in front of it
 * {@code message}, the login {@code error} and {@code error_description}, a gateway a page or nothing. A stack trace that
 * comes along is not looked at.
 */
final class AprimoErrors implements ErrorDecoder {
    private static final List<String> MESSAGES = List.of("exceptionmessage", "message", "error_description", "error");
    private static final List<String> CODES = List.of("exceptiontype", "error");

    @Override
    public ConnectorError decode(Trace trace, HttpReply reply) {
        Map<?, ?> body = object(reply);
        String message = first(body, MESSAGES);
        String code = first(body, CODES);
        return HttpErrors.byStatus(message == null ? trace : trace.withVendor(code, message), reply);
    }

    private static Map<?, ?> object(HttpReply reply) {
        try {
            return Json.decodePlain(reply.body()) instanceof Map<?, ?> map ? map : Map.of();
        } catch (JsonException notJson) {
            return Map.of();
        }
    }

    private static @Nullable String first(Map<?, ?> body, List<String> names) {
        for (String name : names) {
            for (Map.Entry<?, ?> one : body.entrySet()) {
                boolean same =
                        String.valueOf(one.getKey()).toLowerCase(Locale.ROOT).equals(name);
                if (same && one.getValue() instanceof String text && !text.isBlank()) {
                    return text;
                }
            }
        }
        return null;
    }
}
