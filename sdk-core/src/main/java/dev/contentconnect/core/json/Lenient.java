package dev.contentconnect.core.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What records need that mirror a system's JSON: nothing that it leaves out or sends as null breaks them. */
public final class Lenient {
    private Lenient() {}

    /**
     * Members of an object.
     *
     * @param in the members; null where there are none
     * @return an unmodifiable copy in their order; values may be null
     */
    public static Map<String, @Nullable Object> members(@Nullable Map<String, @Nullable Object> in) {
        return in == null || in.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(in));
    }

    /**
     * Elements of an array.
     *
     * @param in the elements; null where there are none, and null among them
     * @param <T> their form
     * @return an unmodifiable copy without null
     */
    public static <T> List<T> list(@Nullable List<? extends @Nullable T> in) {
        if (in == null || in.isEmpty()) {
            return List.of();
        }
        List<T> out = new ArrayList<>(in.size());
        for (T one : in) {
            if (one != null) {
                out.add(one);
            }
        }
        return List.copyOf(out);
    }
}
