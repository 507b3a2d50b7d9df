package dev.contentconnect.core.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON value (RFC 6901), for example {@code /item/names/0}; the empty text is the whole value.
 *
 * @param tokens names and indexes on the way, unescaped
 */
public record JsonPointer(List<String> tokens) {
    /** What stands where nothing stands, not even null. */
    public static final Object MISSING = new Object() {
        @Override
        public String toString() {
            return "missing";
        }
    };

    /** The whole value. */
    public static final JsonPointer WHOLE = new JsonPointer(List.of());

    /**
     * Makes a pointer; the list is copied.
     *
     * @param tokens names and indexes on the way, unescaped
     */
    public JsonPointer {
        tokens = List.copyOf(tokens);
    }

    /**
     * Reads a pointer.
     *
     * @param text for example {@code /a~1b/0}
     * @return the pointer
     * @throws IllegalArgumentException when it is none: it begins without a slash, or has a tilde without 0 or 1 after it
     */
    public static JsonPointer of(String text) {
        if (text.isEmpty()) {
            return WHOLE;
        }
        if (text.charAt(0) != '/' || text.matches("(?s).*~([^01].*|$)")) {
            throw new IllegalArgumentException("not a JSON pointer");
        }
        List<String> tokens = new ArrayList<>();
        for (String token : text.substring(1).split("/", -1)) {
            tokens.add(token.replace("~1", "/").replace("~0", "~"));
        }
        return new JsonPointer(tokens);
    }

    /**
     * What stands there.
     *
     * @param root maps, lists and scalars
     * @return a plain value, null where null stands, or {@link #MISSING}
     */
    public @Nullable Object in(@Nullable Object root) {
        Object at = root;
        for (String token : tokens) {
            if (at instanceof Map<?, ?> map && map.containsKey(token)) {
                at = map.get(token);
            } else if (at instanceof List<?> list && index(token) < list.size()) {
                at = list.get(index(token));
            } else {
                return MISSING;
            }
        }
        return at;
    }

    /**
     * The number of things that stands there; it may come as text.
     *
     * @param root maps, lists and scalars
     * @return zero or more, or null where no such number stands
     */
    public @Nullable Long count(@Nullable Object root) {
        Object value = in(root);
        String text = value instanceof String || value instanceof Number
                ? value.toString().strip()
                : "";
        return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    /**
     * What stands there as a list. A list may come as its only element, or, where it is empty, as an empty text.
     *
     * @param root maps, lists and scalars
     * @return the elements that are there, null left out; none where nothing stands
     */
    public List<Object> all(@Nullable Object root) {
        Object value = in(root);
        if (value == null || value == MISSING || (value instanceof String text && text.isBlank())) {
            return List.of();
        }
        return value instanceof List<?> many
                ? many.stream().filter(Objects::nonNull).map(Object.class::cast).toList()
                : List.of(value);
    }

    private static int index(String token) {
        return token.matches("0|[1-9][0-9]{0,8}") ? Integer.parseInt(token) : Integer.MAX_VALUE;
    }

    /** The pointer as it is written. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        tokens.forEach(token -> out.append('/').append(token.replace("~", "~0").replace("/", "~1")));
        return out.toString();
    }
}
