package dev.contentconnect.tradinggrid.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the records of this package share. */
final class Wire {
    private Wire() {}

    static Map<String, @Nullable Object> members(@Nullable Map<String, @Nullable Object> in) {
        return in == null || in.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(in));
    }

    /** Lists may be null, and so may what is in them. */
    static <T> List<T> list(@Nullable List<? extends @Nullable T> in) {
        List<T> out = new ArrayList<>();
        if (in != null) {
            for (T one : in) {
                if (one != null) {
                    out.add(one);
                }
            }
        }
        return List.copyOf(out);
    }

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
