package dev.contentconnect.core.error;

import dev.contentconnect.core.internal.Redaction;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What to tell support about a failed call.
 *
 * @param system the connector's short name, for example {@code iconik}
 * @param operation what was attempted, for example {@code assets.get}
 * @param host the host and port that were asked, where one was chosen
 * @param status the HTTP status, or 0 when there was no answer
 * @param vendorCode the system's own code, where it gave one
 * @param message the system's words or ours, capped and free of secrets; may be empty
 * @param requestId the id under which the system logged the request, where it gave one
 * @param attempts how often it was tried; 1 or more once a request was made, 0 before
 * @param delivery whether any attempt may have reached the system and been carried out
 */
public record Trace(
        String system,
        String operation,
        @Nullable String host,
        int status,
        @Nullable String vendorCode,
        String message,
        @Nullable String requestId,
        int attempts,
        Delivery delivery)
        implements Serializable {
    private static final int MAX_MESSAGE = 500;

    /**
     * Makes a trace; texts are cleaned of control characters and what looks like a secret, and capped.
     *
     * @param system the connector's short name, for example {@code iconik}
     * @param operation what was attempted, for example {@code assets.get}
     * @param host the host and port that were asked, where one was chosen
     * @param status the HTTP status, or 0 when there was no answer
     * @param vendorCode the system's own code, where it gave one
     * @param message the system's words or ours, capped and free of secrets; may be empty
     * @param requestId the id under which the system logged the request, where it gave one
     * @param attempts how often it was tried; 1 or more once a request was made, 0 before
     * @param delivery whether any attempt may have reached the system and been carried out
     */
    public Trace {
        message = Redaction.clean(message, MAX_MESSAGE);
        vendorCode = vendorCode == null ? null : Redaction.clean(vendorCode, 100);
        requestId = requestId == null ? null : Redaction.clean(requestId, 100);
    }

    /**
     * A trace before any request was made.
     *
     * @param system the connector's short name
     * @param operation what was attempted
     * @param message why it failed
     * @return the trace
     */
    public static Trace local(String system, String operation, String message) {
        return new Trace(system, operation, null, 0, null, message, null, 0, Delivery.NOT_SENT);
    }

    /**
     * This trace with the system's own words.
     *
     * @param code the system's code, or null
     * @param text the system's message
     * @return a copy
     */
    public Trace withVendor(@Nullable String code, String text) {
        return new Trace(system, operation, host, status, code, text, requestId, attempts, delivery);
    }

    /**
     * This trace after so many attempts.
     *
     * @param count how often it was tried
     * @return a copy
     */
    public Trace withAttempts(int count) {
        return new Trace(system, operation, host, status, vendorCode, message, requestId, count, delivery);
    }

    /**
     * This trace with another word on delivery.
     *
     * @param other whether any attempt may have reached the system and been carried out
     * @return a copy
     */
    public Trace withDelivery(Delivery other) {
        return new Trace(system, operation, host, status, vendorCode, message, requestId, attempts, other);
    }

    /** For example {@code iconik assets.get at app.example: 404 asset_missing "No such asset" (request 8f2c, 1 attempt)}. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(80).append(system).append(' ').append(operation);
        if (host != null) {
            out.append(" at ").append(host);
        }
        out.append(':');
        if (status > 0) {
            out.append(' ').append(status);
        }
        if (vendorCode != null) {
            out.append(' ').append(vendorCode);
        }
        if (!message.isEmpty()) {
            out.append(" \"").append(message).append('"');
        }
        out.append(" (");
        if (requestId != null) {
            out.append("request ").append(requestId).append(", ");
        }
        return out.append(attempts)
                .append(attempts == 1 ? " attempt)" : " attempts)")
                .toString();
    }
}
