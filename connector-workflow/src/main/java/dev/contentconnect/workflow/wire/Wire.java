package dev.contentconnect.workflow.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the records of this package share: nothing the service leaves out or sends as null breaks them. */
final class Wire {
    private Wire() {}

    static <T> List<T> list(@Nullable List<? extends @Nullable T> in) {
        return in == null
                ? List.of()
                : in.stream()
                        .filter(Objects::nonNull)
                        .<T>map(Objects::requireNonNull)
                        .toList();
    }

    static Map<String, @Nullable Object> rest(@Nullable Map<String, @Nullable Object> in) {
        return in == null || in.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(in));
    }
}
