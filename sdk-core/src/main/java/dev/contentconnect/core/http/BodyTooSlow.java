package dev.contentconnect.core.http;

import java.io.IOException;

/** The body did not come in time; the connection was released. */
final class BodyTooSlow extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooSlow() {
        super("the answer began and did not end in time");
    }
}
