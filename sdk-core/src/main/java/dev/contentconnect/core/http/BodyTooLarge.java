package dev.contentconnect.core.http;

import java.io.IOException;

/** The body passed the cap; the connection was released without reading the rest. */
final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLarge(int cap) {
        super("the answer is larger than " + cap + " bytes");
    }
}
