package dev.contentconnect.vip.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the records of this package share. */
final class Wire {
    private Wire() {}

    /** An empty PHP map is written as {@code []}. */
    static Map<String, @Nullable Object> map(@Nullable Object in) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        if (in instanceof Map<?, ?> map) {
            map.forEach((name, value) -> out.put(String.valueOf(name), value));
        }
        return Collections.unmodifiableMap(out);
    }

    static List<Long> ids(@Nullable Object in) {
        List<Long> out = new ArrayList<>();
        if (in instanceof Iterable<?> many) {
            for (Object one : many) {
                if (one instanceof Number number) {
                    out.add(number.longValue());
                }
            }
        }
        return List.copyOf(out);
    }
}
