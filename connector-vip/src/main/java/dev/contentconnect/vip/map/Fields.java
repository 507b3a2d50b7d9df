package dev.contentconnect.vip.map;

import dev.contentconnect.core.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields of WordPress, where an unset text is {@code ""}, an unset number 0 and an unset list {@code []}.
 *
 * @param members by name
 */
public record Fields(Map<String, @Nullable Object> members) {
    /**
     * Reads fields.
     *
     * @param members by name
     */
    public Fields {}

    /**
     * A text.
     *
     * @param name its name
     * @return null when it is unset
     */
    public @Nullable String text(String name) {
        Object value = members.get(name);
        String text = value instanceof String || value instanceof Number ? value.toString() : "";
        return text.isBlank() ? null : text;
    }

    /**
     * A whole number.
     *
     * @param name its name
     * @return 0 when it is unset
     */
    public long number(String name) {
        Object value = members.get(name);
        if (value instanceof Number number) {
            return number.longValue();
        }
        try {
            return value instanceof String text ? Long.parseLong(text.strip()) : 0;
        } catch (NumberFormatException garbage) {
            return 0;
        }
    }

    /**
     * A list of texts; a scalar counts as a list of one.
     *
     * @param name its name
     * @return empty when it is unset
     */
    public List<String> texts(String name) {
        Object value = members.get(name);
        if (value == null) {
            return List.of();
        }
        List<String> out = new ArrayList<>();
        List<?> all = value instanceof List<?> many ? many : List.of(value);
        for (Object one : all) {
            if (one != null && !one.toString().isBlank()) {
                out.add(one.toString());
            }
        }
        return List.copyOf(out);
    }

    /**
     * A date of the server in GMT, which it writes without a zone.
     *
     * @param text the date
     * @return null when there is none or it cannot be read; drafts have {@code 0000-00-00T00:00:00}
     */
    public static @Nullable Instant date(@Nullable String text) {
        return text == null || text.startsWith("0000") ? null : Timestamps.read(text);
    }
}
