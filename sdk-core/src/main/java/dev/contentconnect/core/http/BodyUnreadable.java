package dev.contentconnect.core.http;

import java.io.IOException;

/** What a request was to carry could not be read: neither the host nor the way to it is to blame. */
final class BodyUnreadable extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean begun;

    /**
     * A source that failed.
     *
     * @param begun whether it was opened, so that a part of it may be with the system
     */
    BodyUnreadable(Exception cause, boolean begun) {
        super("the body of the request could not be read (" + cause.getClass().getSimpleName() + ")", cause);
        this.begun = begun;
    }

    BodyUnreadable(String why) {
        super("the body of the request " + why);
        this.begun = true;
    }

    boolean isBegun() {
        return begun;
    }
}
