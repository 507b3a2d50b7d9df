package dev.contentconnect.bench;

import java.io.IOException;

/** Checks that hold for every contender: who does less than asked must not win. */
final class Contents {
    private Contents() {}

    static void expect(long wanted, long got) throws IOException {
        if (wanted != got) {
            throw new IOException(got + " instead of " + wanted);
        }
    }
}
