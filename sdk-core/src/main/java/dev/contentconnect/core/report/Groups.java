package dev.contentconnect.core.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something for each name, with a limit on the names. */
final class Groups<T> {
    static final String OTHER = "(other)";
    static final String UNNAMED = "(not named)";

    private final Map<String, T> byName = new LinkedHashMap<>();
    private final int limit;
    private final Supplier<T> maker;

    Groups(int limit, Supplier<T> maker) {
        this.limit = limit;
        this.maker = maker;
    }

    T of(@Nullable String name) {
        String asked = name == null || name.isBlank() ? UNNAMED : name;
        String kept = byName.containsKey(asked) || byName.size() < limit ? asked : OTHER;
        return byName.computeIfAbsent(kept, any -> maker.get());
    }

    <R> List<R> map(BiFunction<String, T, R> mapper) {
        return byName.entrySet().stream()
                .map(entry -> mapper.apply(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Counts by name, in the order of the alphabet. */
    static final class Counts {
        private final Groups<long[]> counts;

        Counts(int limit) {
            counts = new Groups<>(limit, () -> new long[1]);
        }

        void add(@Nullable String name) {
            counts.of(name)[0]++;
        }

        Map<String, Long> toMap() {
            Map<String, Long> out = new TreeMap<>();
            counts.byName.forEach((name, count) -> out.put(name, count[0]));
            return java.util.Collections.unmodifiableMap(out);
        }
    }
}
