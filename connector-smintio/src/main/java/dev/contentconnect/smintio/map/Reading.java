package dev.contentconnect.smintio.map;

import dev.contentconnect.core.time.Timestamps;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads scalars that may be missing, null or odd. */
final class Reading {
    private Reading() {}

    /**
     * A text with up to seven digits of a second; an object of date, time and offset is what one of the vendor's own tools
     * writes.
     */
    static @Nullable Instant date(@Nullable Object value) {
        try {
            if (value instanceof String text && !text.isBlank()) {
                return Timestamps.parse(text.strip());
            }
            return value instanceof Map<?, ?> parts ? ofParts(parts) : null;
        } catch (DateTimeException | ArithmeticException odd) {
            return null;
        }
    }

    private static @Nullable Instant ofParts(Map<?, ?> in) {
        if (!(in.get("dateTime") instanceof Map<?, ?> both)
                || !(both.get("date") instanceof Map<?, ?> date)
                || !(both.get("time") instanceof Map<?, ?> time)) {
            return null;
        }
        int offset = in.get("offset") instanceof Map<?, ?> zone ? number(zone, "totalSeconds") : 0;
        return OffsetDateTime.of(
                        number(date, "year"),
                        number(date, "month"),
                        number(date, "day"),
                        number(time, "hour"),
                        number(time, "minute"),
                        number(time, "second"),
                        number(time, "nano"),
                        ZoneOffset.ofTotalSeconds(offset))
                .toInstant();
    }

    private static int number(Map<?, ?> in, String name) {
        return in.get(name) instanceof Number number ? Math.toIntExact(number.longValue()) : 0;
    }

    /** Whether something stands there that is no date. */
    static boolean isOdd(@Nullable Object value) {
        boolean nothing = value == null || (value instanceof String text && text.isBlank());
        return !nothing && date(value) == null;
    }

    static @Nullable String text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? text : null;
    }

    static <T> List<T> list(@Nullable List<? extends @Nullable T> in) {
        List<T> out = new ArrayList<>();
        if (in != null) {
            for (T one : in) {
                if (one != null) {
                    out.add(one);
                }
            }
        }
        return out;
    }

    /** Words of a list: each once, none blank. */
    static List<String> words(@Nullable List<@Nullable String> in) {
        return Reading.<String>list(in).stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
