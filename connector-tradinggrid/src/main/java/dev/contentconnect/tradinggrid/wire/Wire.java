package dev.contentconnect.tradinggrid.wire;

import org.jspecify.annotations.Nullable;

/** What the records of this package share. */
final class Wire {
    private Wire() {}

    /** Texts may come as numbers or flags; what is neither, or blank, is no text. */
    static @Nullable String text(@Nullable Object value) {
        boolean scalar = value instanceof String || value instanceof Number || value instanceof Boolean;
        String text = scalar ? String.valueOf(value) : "";
        return text.isBlank() ? null : text;
    }

    static @Nullable Long number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        try {
            return value instanceof String text && !text.isBlank() ? Long.valueOf(text.strip()) : null;
        } catch (NumberFormatException odd) {
            return null;
        }
    }
}
