package dev.contentconnect.core.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks that the records of this package share. */
final class Words {
    private Words() {}

    static String word(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return value;
    }

    static <T> List<T> list(Collection<? extends T> values) {
        return List.copyOf(new ArrayList<>(values));
    }

    static @Nullable Long size(@Nullable Long bytes, String name) {
        if (bytes != null && bytes < 0) {
            throw new IllegalArgumentException(name + " must not be negative: " + bytes);
        }
        return bytes;
    }
}
