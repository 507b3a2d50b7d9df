package dev.contentconnect.core.model;

import dev.contentconnect.core.internal.Redaction;
import org.jspecify.annotations.Nullable;

/** The checks that the records of this package share. */
final class Words {
    private static final int MOST_QUOTED = 80;

    private Words() {}

    static String word(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return value;
    }

    /** What a message quotes of a text that may be anything. */
    static String quoted(Object text) {
        return Redaction.clean(text.toString(), MOST_QUOTED);
    }

    static @Nullable Long size(@Nullable Long bytes, String name) {
        if (bytes != null && bytes < 0) {
            throw new IllegalArgumentException(name + " must not be negative: " + bytes);
        }
        return bytes;
    }
}
