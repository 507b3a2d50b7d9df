package dev.contentconnect.core.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call to a system failed. The message alone says who, what and why; {@link #error()} says it to programs. Failures of
 * earlier attempts are {@linkplain #getSuppressed() suppressed} exceptions of the last one. Survives Java serialization.
 */
public final class ConnectorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ConnectorError error;

    /**
     * Makes an exception without a cause.
     *
     * @param error why the call failed
     */
    public ConnectorException(ConnectorError error) {
        this(error, null);
    }

    /**
     * Makes an exception.
     *
     * @param error why the call failed
     * @param cause what was thrown below, or null
     */
    public ConnectorException(ConnectorError error, @Nullable Throwable cause) {
        super(error.kind() + " " + error.trace() + asked(error), cause);
        this.error = error;
    }

    private static String asked(ConnectorError error) {
        Duration wait = null;
        if (error instanceof ConnectorError.RateLimited limited) {
            wait = limited.retryAfter();
        } else if (error instanceof ConnectorError.Unavailable unavailable) {
            wait = unavailable.retryAfter();
        }
        return wait == null ? "" : ", asked to wait " + wait;
    }

    /**
     * Why the call failed.
     *
     * @return the description
     */
    public ConnectorError error() {
        return error;
    }

    /**
     * The kind of failure, for a {@code switch}.
     *
     * @return the same as {@code error().kind()}
     */
    public ErrorKind kind() {
        return error.kind();
    }
}
