package dev.contentconnect.iconik.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the records of this package share. */
final class Wire {
    private Wire() {}

    static Map<String, String> texts(@Nullable Map<String, ? extends @Nullable String> in) {
        Map<String, String> out = new LinkedHashMap<>();
        if (in != null) {
            in.forEach((name, value) -> {
                if (value != null) {
                    out.put(name, value);
                }
            });
        }
        return Collections.unmodifiableMap(out);
    }

    /** {@code {field: {field_values: [{value: …}]}}}; an older shape says {@code values}. */
    static Map<String, List<Object>> values(@Nullable Object in) {
        Map<String, List<Object>> out = new LinkedHashMap<>();
        if (in instanceof Map<?, ?> fields) {
            fields.forEach((name, field) -> {
                if (field instanceof Map<?, ?> map && (map.containsKey("field_values") || map.containsKey("values"))) {
                    Object entries = map.get("field_values") != null ? map.get("field_values") : map.get("values");
                    List<Object> values = new ArrayList<>();
                    for (Object entry : many(entries)) {
                        if (entry instanceof Map<?, ?> one && one.get("value") != null) {
                            values.add(one.get("value"));
                        }
                    }
                    out.put(String.valueOf(name), List.copyOf(values));
                }
            });
        }
        return Collections.unmodifiableMap(out);
    }

    /** {@code {field: [v, …]}}, as the index has it. */
    static Map<String, List<Object>> indexed(@Nullable Object in) {
        Map<String, List<Object>> out = new LinkedHashMap<>();
        if (in instanceof Map<?, ?> fields) {
            fields.forEach((name, values) -> {
                List<Object> all = new ArrayList<>();
                many(values).forEach(one -> {
                    if (one != null) {
                        all.add(one);
                    }
                });
                out.put(String.valueOf(name), List.copyOf(all));
            });
        }
        return Collections.unmodifiableMap(out);
    }

    static @Nullable String firstText(@Nullable Object maps, String name) {
        for (Object one : many(maps)) {
            if (one instanceof Map<?, ?> map && map.get(name) instanceof String text) {
                return text;
            }
        }
        return null;
    }

    private static Iterable<? extends @Nullable Object> many(@Nullable Object in) {
        return in instanceof List<?> list ? list : in == null ? List.of() : Collections.singletonList(in);
    }
}
