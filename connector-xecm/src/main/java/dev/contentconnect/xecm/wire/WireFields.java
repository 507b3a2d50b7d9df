package dev.contentconnect.xecm.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as it came. Content Server sends an object where its documents say a list and the other way round, numbers
 * as text, and null or an empty text for nothing: every accessor takes all of these. Nothing here throws, and nothing is
 * lost.
 */
public final class WireFields {
    /** An object without members. */
    public static final WireFields NONE = new WireFields(Map.of());

    private final Map<String, @Nullable Object> members;

    private WireFields(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    /**
     * Takes a decoded JSON value.
     *
     * @param plain an object, or a list whose first object counts; anything else has no members
     * @return the members
     */
    public static WireFields of(@Nullable Object plain) {
        if (plain instanceof WireFields fields) {
            return fields;
        }
        if (plain instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, value) -> copy.put(String.valueOf(name), value));
            return new WireFields(Collections.unmodifiableMap(copy));
        }
        if (plain instanceof List<?> list) {
            return list.stream()
                    .filter(one -> one instanceof Map<?, ?>)
                    .findFirst()
                    .map(WireFields::of)
                    .orElse(NONE);
        }
        return NONE;
    }

    /** What is within another value: reading a page copied every node a dozen times. */
    @SuppressWarnings("unchecked") // members of decoded JSON have texts for names
    private static WireFields view(Map<?, ?> within) {
        return new WireFields(Collections.unmodifiableMap((Map<String, @Nullable Object>) within));
    }

    /**
     * All objects of a decoded JSON value.
     *
     * @param plain a list of objects, or one object
     * @return the objects; empty for anything else
     */
    public static List<WireFields> all(@Nullable Object plain) {
        List<WireFields> out = new ArrayList<>();
        if (plain instanceof List<?> list) {
            list.stream().filter(one -> one instanceof Map<?, ?>).forEach(one -> out.add(view((Map<?, ?>) one)));
        } else if (plain instanceof Map<?, ?> map && !map.isEmpty()) {
            out.add(of(map));
        }
        return List.copyOf(out);
    }

    /**
     * A member as it came.
     *
     * @param name its name
     * @return text, number, boolean, map, list, or null
     */
    public @Nullable Object get(String name) {
        return members.get(name);
    }

    /**
     * A member as text.
     *
     * @param name its name
     * @return null for null, a blank text, an object or a list
     */
    public @Nullable String text(String name) {
        Object value = members.get(name);
        if (value == null || value instanceof Map<?, ?> || value instanceof List<?>) {
            return null;
        }
        String text = value.toString();
        return text.isBlank() ? null : text;
    }

    /**
     * A member as a whole number.
     *
     * @param name its name
     * @return null for what is no whole number
     */
    public @Nullable Long number(String name) {
        return whole(members.get(name));
    }

    /**
     * A member as a whole number.
     *
     * @param name its name
     * @param otherwise the value for what is no whole number
     * @return the number
     */
    public long number(String name, long otherwise) {
        return Objects.requireNonNullElse(number(name), otherwise);
    }

    static @Nullable Long whole(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        if (value instanceof String text) {
            try {
                return Long.valueOf(text.strip());
            } catch (NumberFormatException notANumber) {
                return null;
            }
        }
        return null;
    }

    /**
     * A member as yes or no.
     *
     * @param name its name
     * @return whether it is true, {@code "true"} or 1
     */
    public boolean flag(String name) {
        Object value = members.get(name);
        return Boolean.TRUE.equals(value)
                || "true".equalsIgnoreCase(String.valueOf(value))
                || Integer.valueOf(1).equals(value);
    }

    /**
     * A member as an object.
     *
     * @param name its name
     * @return without members when there is none
     */
    public WireFields object(String name) {
        Object value = members.get(name);
        return value instanceof Map<?, ?> map ? view(map) : of(value);
    }

    /**
     * A member as objects.
     *
     * @param name its name
     * @return empty when there are none
     */
    public List<WireFields> list(String name) {
        return all(members.get(name));
    }

    /**
     * A member as texts.
     *
     * @param name its name
     * @return the scalars of a list, or the one scalar; blanks left out
     */
    public List<String> texts(String name) {
        Object value = members.get(name);
        List<?> values = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        return values.stream()
                .filter(one -> one != null
                        && !(one instanceof Map<?, ?>)
                        && !one.toString().isBlank())
                .map(Object::toString)
                .toList();
    }

    /**
     * Whether there is a member of this name, be it null.
     *
     * @param name its name
     * @return true or false
     */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /**
     * Whether there is no member at all.
     *
     * @return true or false
     */
    public boolean isEmpty() {
        return members.isEmpty();
    }

    /**
     * All members as they came.
     *
     * @return unmodifiable, in the server's order
     */
    public Map<String, @Nullable Object> asMap() {
        return members;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WireFields that && members.equals(that.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /** Names only: values may be personal. */
    @Override
    public String toString() {
        return "WireFields" + members.keySet();
    }
}
