package dev.contentconnect.core.http;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.internal.Redaction;
import dev.contentconnect.core.internal.RetryAfter;
import java.nio.charset.StandardCharsets;

/** What an HTTP status means when nothing better is known. */
public final class HttpErrors {
    private static final int EXCERPT = 200;

    /** The one status that no system sends, only what stands between. */
    static final int PROXY = 407;

    private HttpErrors() {}

    /**
     * The error for a status.
     *
     * @param trace system, operation, status; its message is kept, or filled with where a redirect leads or else with the
     *     beginning of the body
     * @param reply the answer, for its headers and body
     * @return 401 unauthenticated, 403 forbidden, 404 and 410 not found, 408 timed out, 409, 412 and 423 conflict, 429 rate
     *     limited, other 4xx rejected, 501 and 505 rejected, other 5xx unavailable, 3xx and the rest undecodable
     */
    public static ConnectorError byStatus(Trace trace, HttpReply reply) {
        int status = reply.status();
        String words = trace.message();
        if (words.isEmpty() && status >= 300 && status < 400) {
            words = Redirects.words(reply);
        }
        Trace full = trace.withVendor(trace.vendorCode(), words.isEmpty() ? excerpt(reply) : words);
        return switch (status) {
            case 401 -> new ConnectorError.Unauthenticated(full);
            case 403 -> new ConnectorError.Forbidden(full);
            case 404, 410 -> new ConnectorError.NotFound(full);
            case 408 -> new ConnectorError.TimedOut(full);
            case 409, 412, 423 -> new ConnectorError.Conflict(full);
            case 429 -> new ConnectorError.RateLimited(full, RetryAfter.of(reply));
            case 501, 505 -> new ConnectorError.Rejected(full);
            default -> {
                if (status >= 500) {
                    yield new ConnectorError.Unavailable(full, RetryAfter.of(reply));
                }
                yield status >= 400 ? new ConnectorError.Rejected(full) : new ConnectorError.Undecodable(full);
            }
        };
    }

    /** A proxy that wants a password: the system has seen nothing. */
    static ConnectorError byProxy(Trace trace) {
        String why = "the proxy wants credentials; bring an httpClient that has an authenticator";
        return new ConnectorError.Rejected(trace.withDelivery(Delivery.NOT_SENT).withVendor(null, why));
    }

    /**
     * The beginning of a body, for a message.
     *
     * @param reply the answer
     * @return one line of at most 200 characters without markup
     */
    public static String excerpt(HttpReply reply) {
        byte[] body = reply.body();
        String start = new String(body, 0, Math.min(body.length, 2_000), StandardCharsets.UTF_8);
        if (start.stripLeading().startsWith("<")) {
            // Masked before the tags go, because a tag's name may be all that tells a secret.
            start = Redaction.mask(start);
            start = start.replaceAll("(?s)<(style|script)\\b.*?(</\\1>|$)", " ").replaceAll("<[^>]*(>|$)", " ");
        }
        return Redaction.clean(start, EXCERPT);
    }
}
