package dev.contentconnect.tradinggrid;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.ErrorDecoder;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.http.HttpReply;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in the service's own words: the gateway's faults and policies, three shapes of Cartographer, and whatever
 * the others send.
 */
final class TradingGridErrors implements ErrorDecoder {
    @Override
    public ConnectorError decode(Trace trace, HttpReply reply) {
        Found found = read(reply);
        if (found == null) {
            return HttpErrors.byStatus(trace, reply);
        }
        Trace told = trace.withVendor(found.code(), found.message());
        ConnectorError byStatus = HttpErrors.byStatus(told, reply);
        // The gateway's quota is a 429, and was a 500 once.
        boolean quota = found.code() != null && found.code().startsWith("policies.ratelimit.");
        return quota && byStatus instanceof ConnectorError.Unavailable outage
                ? new ConnectorError.RateLimited(told, outage.retryAfter())
                : byStatus;
    }

    private record Found(@Nullable String code, String message) {}

    private static @Nullable Found read(HttpReply reply) {
        Map<String, @Nullable Object> body = HttpErrors.object(reply);
        if (body.get("fault") instanceof Map<?, ?> fault) {
            String code =
                    fault.get("detail") instanceof Map<?, ?> detail ? HttpErrors.first(detail, "errorcode") : null;
            return found(code, HttpErrors.first(fault, "faultstring"));
        }
        return found(
                HttpErrors.first(body, "error-code", "errorCode", "ErrorCode", "error_code"),
                HttpErrors.first(body, "message", "errorMessage", "Error", "error_description"));
    }

    private static @Nullable Found found(@Nullable String code, @Nullable String message) {
        return code == null && message == null ? null : new Found(code, message == null ? "" : message);
    }
}
