package dev.contentconnect.aprimo;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.ErrorDecoder;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.http.HttpReply;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads error answers. The DAM sends {@code exceptionMessage} and {@code exceptionType}, what stands in front of it
 * {@code message}, the login {@code error} and {@code error_description}, a gateway a page or nothing. A stack trace that
 * comes along is not looked at.
 */
final class AprimoErrors implements ErrorDecoder {
    @Override
    public ConnectorError decode(Trace trace, HttpReply reply) {
        // The DAM writes the same names in large and in small letters.
        Map<String, @Nullable Object> body = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        body.putAll(HttpErrors.object(reply));
        String message = HttpErrors.first(body, "exceptionMessage", "message", "error_description", "error");
        String code = HttpErrors.first(body, "exceptionType", "error");
        return HttpErrors.byStatus(message == null ? trace : trace.withVendor(code, message), reply);
    }
}
