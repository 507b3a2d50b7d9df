package dev.contentconnect.core.config;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * How options that say something for each of several names are written: {@code name=value}, with commas between them. Blanks
 * around names and values do not count. A name twice is a mistake: which of the two was meant is nobody's to guess.
 */
public final class Pairs {
    private Pairs() {}

    /**
     * Takes pairs apart.
     *
     * @param text for example {@code campaign=cc_campaign, product=cc_product}
     * @param value makes a value of what stands behind the sign, which may be nothing
     * @param <T> the type of the values
     * @return values by name, in their order
     * @throws IllegalArgumentException when a part has no name or no sign, or a name stands twice
     */
    public static <T> Map<String, T> of(String text, Function<String, ? extends T> value) {
        Map<String, T> out = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            String pair = part.strip();
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("not a pair");
            }
            String name = pair.substring(0, equals).strip();
            if (out.containsKey(name)) {
                throw new IllegalArgumentException("a name twice");
            }
            out.put(name, value.apply(pair.substring(equals + 1).strip()));
        }
        return out;
    }

    /**
     * Takes pairs apart whose names are parts of the audience.
     *
     * @param text for example {@code region/Austria=4711}: the kind, a slash, its value
     * @param value makes a value of what stands behind the sign, never nothing
     * @param <T> the type of the values
     * @return values by segment, in their order
     * @throws IllegalArgumentException when a part is no such pair or says nothing behind the sign, or a segment stands twice
     */
    public static <T> Map<Segment, T> bySegment(String text, Function<String, ? extends T> value) {
        Map<Segment, T> out = new LinkedHashMap<>();
        of(text, Function.identity()).forEach((name, said) -> {
            int slash = name.indexOf('/');
            if (slash < 1 || said.isEmpty()) {
                throw new IllegalArgumentException("not a segment");
            }
            SegmentKind kind = SegmentKind.of(name.substring(0, slash).strip());
            Segment segment = new Segment(kind, name.substring(slash + 1).strip());
            if (out.containsKey(segment)) {
                throw new IllegalArgumentException("a segment twice");
            }
            out.put(segment, value.apply(said));
        });
        return out;
    }
}
