package dev.contentconnect.core.http;

import java.io.IOException;

/** The connection ended before the body did. A read may simply be repeated. */
final class BodyCutOff extends IOException {
    private static final long serialVersionUID = 1L;

    BodyCutOff(Throwable cause) {
        super("the answer broke off", cause);
    }
}
