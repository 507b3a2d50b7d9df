package dev.contentconnect.iconik.map;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.time.Timestamps;
import dev.contentconnect.iconik.wire.WireUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads scalars that may be missing, null or odd. */
final class Reading {
    private Reading() {}

    /** Dates come with microseconds and an offset, without an offset, or as a day; without an offset they are UTC. */
    static @Nullable Instant date(@Nullable String text) {
        return Timestamps.read(text);
    }

    static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static @Nullable Actor actor(@Nullable String id, @Nullable WireUser user) {
        if (id == null || id.isBlank()) {
            return null;
        }
        String name = user == null ? null : name(user.firstName(), user.lastName());
        return new Actor(id, name != null ? name : user == null ? null : text(user.email()), null);
    }

    static @Nullable String name(@Nullable String first, @Nullable String last) {
        String name = Stream.of(first == null ? "" : first, last == null ? "" : last)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }

    /** Values of a metadata field as texts; what is an object, such as a link with its label, is left out. */
    static List<String> texts(@Nullable List<?> values) {
        List<String> out = new ArrayList<>();
        if (values != null) {
            for (Object one : values) {
                boolean scalar = one instanceof String || one instanceof Number || one instanceof Boolean;
                if (scalar && !one.toString().isBlank()) {
                    out.add(one.toString());
                }
            }
        }
        return out;
    }
}
