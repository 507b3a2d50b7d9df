package dev.contentconnect.core.http;

import java.io.IOException;

/** What a request was to carry could not be read: neither the host nor the way to it is to blame. */
final class BodyUnreadable extends IOException {
    private static final long serialVersionUID = 1L;

    BodyUnreadable(Exception cause) {
        super("the body of the request could not be read (" + cause.getClass().getSimpleName() + ")", cause);
    }

    BodyUnreadable(String why) {
        super("the body of the request " + why);
    }
}
