package dev.contentconnect.generic;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.ErrorDecoder;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/**
 * Reads error answers: code and words from their places, the kind by the status.
 *
 * @param code where the code stands
 * @param message where the words stand
 */
record GenericErrors(JsonPointer code, JsonPointer message) implements ErrorDecoder {
    @Override
    public ConnectorError decode(Trace trace, HttpReply reply) {
        Object body = null;
        try {
            body = Json.decodePlain(reply.body());
        } catch (JsonException notJson) {
            // The status decides, and the beginning of the text is in the message.
        }
        String words = text(message, body);
        return HttpErrors.byStatus(trace.withVendor(text(code, body), words == null ? "" : words), reply);
    }

    private static @Nullable String text(JsonPointer place, @Nullable Object body) {
        Object value = place.in(body);
        return value instanceof Number || (value instanceof String text && !text.isBlank()) ? value.toString() : null;
    }
}
