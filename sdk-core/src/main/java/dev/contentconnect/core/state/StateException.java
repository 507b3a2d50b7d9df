package dev.contentconnect.core.state;

import org.jspecify.annotations.Nullable;

/** The store itself failed, or two writers met. */
public final class StateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what failed
     * @param cause what was thrown below, or null
     */
    public StateException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
