package dev.contentconnect.workflow;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.ErrorDecoder;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.http.HttpReply;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads error answers of the service, of the gateway before it and of the token endpoint. The engine answers 500 for many
 * a refusal that has nothing to do with an outage; those it words plainly are recognised.
 */
final class WorkflowErrors implements ErrorDecoder {
    /** The gateway's code for a credential that no new token can mend. */
    static final String INVALID_API_KEY = "InvalidApiKey";

    /** Two transactions met; a repetition after a look at the state may succeed. */
    static final String CONCURRENT = "concurrent_update";

    /** The object is on hold or delegated, or waits for no such message. */
    static final String WRONG_STATE = "wrong_state";

    /** A rule of the process model said no. */
    static final String MODEL_REFUSED = "model_refused";

    private static final List<String> STATE_WORDS = List.of(
            // "A delegated Task[id=…] cannot be completed, but should be resolved instead."
            "should be resolved instead",
            "suspended",
            "does not have a subscription",
            "has not subscribed",
            "no waiting execution");
    private static final List<String> MODEL_WORDS = List.of(
            "no catching boundary event",
            "unknown property used in expression",
            "error while evaluating expression",
            "no outgoing sequence flow",
            "couldn't resolve",
            "http request failed",
            "http status");

    @Override
    public ConnectorError decode(Trace trace, HttpReply reply) {
        Found found = read(reply);
        Trace full = trace.withVendor(found.code(), found.message());
        String text = found.message().toLowerCase(Locale.ROOT);
        int status = reply.status();
        if (found.code() != null && found.code().startsWith("policies.ratelimit.")) {
            return new ConnectorError.RateLimited(full, retryAfter(trace, reply));
        }
        if (status == 500) {
            if (text.contains("was updated by another transaction concurrently")) {
                return new ConnectorError.Conflict(full.withVendor(CONCURRENT, found.message()));
            }
            if (STATE_WORDS.stream().anyMatch(text::contains)) {
                return new ConnectorError.Conflict(full.withVendor(WRONG_STATE, found.message()));
            }
            if (MODEL_WORDS.stream().anyMatch(text::contains)) {
                return new ConnectorError.Rejected(full.withVendor(MODEL_REFUSED, found.message()));
            }
        }
        return HttpErrors.byStatus(full, reply);
    }

    /** Whether a 401 is about the client itself, so that another token would be turned away as well. */
    static boolean isInvalidApiKey(HttpReply reply) {
        Found found = read(reply);
        return found.code() != null && found.code().toLowerCase(Locale.ROOT).contains("invalidapikey");
    }

    private static @Nullable Duration retryAfter(Trace trace, HttpReply reply) {
        HttpReply limited = HttpReply.of(reply.uri(), 429, reply.headers(), new byte[0]);
        return HttpErrors.byStatus(trace, limited) instanceof ConnectorError.RateLimited known
                ? known.retryAfter()
                : null;
    }

    /** What an error answer says. */
    record Found(@Nullable String code, String message) {}

    /** Tries the members in the order in which they can be trusted. */
    static Found read(HttpReply reply) {
        Map<String, @Nullable Object> body = HttpErrors.object(reply);
        Map<?, ?> fault = body.get("fault") instanceof Map<?, ?> map ? map : Map.of();
        Map<?, ?> detail = fault.get("detail") instanceof Map<?, ?> map ? map : Map.of();
        String code = HttpErrors.first(detail, "errorcode");
        code = code != null ? code : HttpErrors.first(body, "error");
        for (String message : new @Nullable String[] {
            HttpErrors.first(body, "exception"),
            HttpErrors.first(fault, "faultstring"),
            HttpErrors.first(body, "error_description", "details", "errorMessage", "message")
        }) {
            if (message != null) {
                return new Found(code, message);
            }
        }
        return new Found(code, HttpErrors.excerpt(reply));
    }
}
