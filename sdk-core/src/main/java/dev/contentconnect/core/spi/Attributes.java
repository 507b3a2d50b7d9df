package dev.contentconnect.core.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Copies the attributes of requests, lists and maps inside them too; their order is kept. */
final class Attributes {
    private static final int MAX_DEPTH = 100;

    private Attributes() {}

    static Map<String, Object> copy(Map<String, Object> attributes) {
        Map<String, Object> out = new LinkedHashMap<>();
        attributes.forEach((name, value) -> out.put(
                Objects.requireNonNull(name, "attribute name"),
                Objects.requireNonNull(value(Objects.requireNonNull(value, name), 1))));
        return Collections.unmodifiableMap(out);
    }

    private static @Nullable Object value(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("attributes are nested deeper than " + MAX_DEPTH + " levels");
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> out = new LinkedHashMap<>();
            map.forEach((name, inner) -> out.put(name, value(inner, depth + 1)));
            return Collections.unmodifiableMap(out);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> out = new ArrayList<>(list.size());
            list.forEach(inner -> out.add(value(inner, depth + 1)));
            return Collections.unmodifiableList(out);
        }
        return value;
    }
}
