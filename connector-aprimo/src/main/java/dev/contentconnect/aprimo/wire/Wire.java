package dev.contentconnect.aprimo.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the records of this package share. */
final class Wire {
    private Wire() {}

    static Map<String, @Nullable Object> rest(@Nullable Map<String, @Nullable Object> in) {
        return in == null || in.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(in));
    }

    /** Members of an object and of its embedded parts; of two with one name the part. */
    static Map<String, @Nullable Object> both(
            @Nullable Map<String, @Nullable Object> plain, Map<String, @Nullable Object> embedded) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>(rest(plain));
        embedded.forEach((name, part) -> {
            // It may stand there unselected, as null and in the other case.
            out.keySet().removeIf(name::equalsIgnoreCase);
            out.put(name, part);
        });
        return out;
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
}
