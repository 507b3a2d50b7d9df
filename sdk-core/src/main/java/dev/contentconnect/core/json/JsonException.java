package dev.contentconnect.core.json;

import dev.contentconnect.core.internal.Redaction;

/** A text is not the JSON it should be, or a value cannot be written. The message says where, never what stood there. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what is wrong and where; cleaned and capped
     */
    public JsonException(String message) {
        super(Redaction.clean(message, 300));
    }
}
