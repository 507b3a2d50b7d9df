package dev.contentconnect.core.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What rides along with a request: as it was when the request was made, and in the order in which it was given. */
final class Attributes {
    private static final int MAX_DEPTH = 100;

    private Attributes() {}

    /**
     * Copies attributes, maps and lists among them too.
     *
     * @throws NullPointerException when a value is null; inside maps and lists null is kept
     * @throws IllegalArgumentException when they are nested deeper than 100 levels
     */
    static Map<String, Object> copy(Map<String, Object> attributes) {
        Map<String, Object> out = new LinkedHashMap<>();
        attributes.forEach((name, value) -> out.put(
                Objects.requireNonNull(name, "the name of an attribute"),
                Objects.requireNonNull(copy(value, 1), () -> "attribute " + name)));
        return Collections.unmodifiableMap(out);
    }

    private static @Nullable Object copy(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("attributes are nested deeper than " + MAX_DEPTH + " levels");
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> out = new LinkedHashMap<>();
            map.forEach((key, inner) -> out.put(key, copy(inner, depth + 1)));
            return Collections.unmodifiableMap(out);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> out = new ArrayList<>(list.size());
            list.forEach(inner -> out.add(copy(inner, depth + 1)));
            return Collections.unmodifiableList(out);
        }
        return value;
    }
}
