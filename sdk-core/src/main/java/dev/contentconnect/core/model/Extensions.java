package dev.contentconnect.core.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor knows about an object beyond the canonical vocabulary, kept under the vendor's name so that it can go
 * home again.
 *
 * <p>Values are plain: {@code String}, {@code Boolean}, {@code null}, a number ({@code Byte}, {@code Short},
 * {@code Integer}, {@code Long}, {@code BigInteger}, {@code BigDecimal}, and {@code Float} or {@code Double} unless it is
 * infinite or not a number), a {@code List} of these or a {@code Map} with {@code String} keys. They are copied deeply on
 * the way in and cannot be changed afterwards.
 */
public final class Extensions {
    private static final Extensions NONE = new Extensions(Map.of());
    private static final int MAX_DEPTH = 1_000;
    private static final int MAX_NAME = 50_000;
    private static final int MAX_DIGITS = 1_000;
    private static final BigInteger TOO_LARGE = BigInteger.TEN.pow(MAX_DIGITS);

    private final Map<String, Map<String, @Nullable Object>> namespaces;

    private Extensions(Map<String, Map<String, @Nullable Object>> namespaces) {
        this.namespaces = namespaces;
    }

    /**
     * No extensions.
     *
     * @return the empty value
     */
    public static Extensions none() {
        return NONE;
    }

    /**
     * Extensions of one vendor.
     *
     * @param namespace the vendor's short name
     * @param members plain values by name; may be empty
     * @return the extensions; {@link #none()} when there are no members
     * @throws IllegalArgumentException when a value is not plain or nested deeper than 1,000 levels, a number has more
     *     than 1,000 digits, or a name more than 50,000 characters
     */
    public static Extensions of(String namespace, Map<String, ? extends @Nullable Object> members) {
        return NONE.with(namespace, members);
    }

    /**
     * These extensions with one vendor's members put in place of what was there under that name.
     *
     * @param namespace the vendor's short name
     * @param members plain values by name; empty removes the namespace
     * @return the new value
     * @throws IllegalArgumentException when a value is not plain or nested deeper than 1,000 levels, a number has more
     *     than 1,000 digits, or a name more than 50,000 characters
     */
    public Extensions with(String namespace, Map<String, ? extends @Nullable Object> members) {
        name(Words.word(namespace, "namespace"));
        Map<String, Map<String, @Nullable Object>> copy = new LinkedHashMap<>(namespaces);
        if (members.isEmpty()) {
            copy.remove(namespace);
        } else {
            copy.put(namespace, object(members, 0));
        }
        return copy.isEmpty() ? NONE : new Extensions(Collections.unmodifiableMap(copy));
    }

    /**
     * The members of one vendor.
     *
     * @param namespace the vendor's short name
     * @return unmodifiable; empty when there are none
     */
    public Map<String, @Nullable Object> get(String namespace) {
        return namespaces.getOrDefault(namespace, Map.of());
    }

    /**
     * Everything, by vendor.
     *
     * @return unmodifiable
     */
    public Map<String, Map<String, @Nullable Object>> asMap() {
        return namespaces;
    }

    /**
     * Whether there is nothing.
     *
     * @return true when no vendor added anything
     */
    public boolean isEmpty() {
        return namespaces.isEmpty();
    }

    private static Map<String, @Nullable Object> object(Map<?, ?> in, int depth) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>(in.size() * 2);
        in.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("extension names are strings, not " + key);
            }
            out.put(name(name), plain(value, depth + 1));
        });
        return Collections.unmodifiableMap(out);
    }

    /** What could be written and never read again is turned away here, not found in the audit trail. */
    private static String name(String name) {
        if (name.length() > MAX_NAME) {
            throw new IllegalArgumentException("an extension's name is longer than " + MAX_NAME + " characters");
        }
        return name;
    }

    private static @Nullable Object plain(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("extensions are nested deeper than " + MAX_DEPTH + " levels");
        }
        if (value != null && isTooLong(value)) {
            throw new IllegalArgumentException("a number in extensions has more than " + MAX_DIGITS + " digits");
        }
        if (value == null || value instanceof String || value instanceof Boolean || isPlain(value)) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            return object(map, depth);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> out = new ArrayList<>(list.size());
            list.forEach(item -> out.add(plain(item, depth + 1)));
            return Collections.unmodifiableList(out);
        }
        throw new IllegalArgumentException(
                "not a plain value: " + value.getClass().getName());
    }

    private static boolean isTooLong(Object value) {
        return (value instanceof BigInteger whole && whole.abs().compareTo(TOO_LARGE) >= 0)
                || (value instanceof BigDecimal number && number.precision() > MAX_DIGITS);
    }

    /** Other numbers could change after they were taken in, or have no form in JSON. */
    private static boolean isPlain(Object value) {
        Class<?> type = value.getClass();
        return type == Integer.class
                || type == Long.class
                || type == BigDecimal.class
                || type == BigInteger.class
                || type == Short.class
                || type == Byte.class
                || (value instanceof Double number && Double.isFinite(number))
                || (value instanceof Float single && Float.isFinite(single));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Extensions that && namespaces.equals(that.namespaces);
    }

    @Override
    public int hashCode() {
        return Objects.hash(namespaces);
    }

    /** Names only: values may be personal data and do not belong in a log. */
    @Override
    public String toString() {
        Map<String, Object> names = new LinkedHashMap<>();
        namespaces.forEach((namespace, members) -> names.put(namespace, members.keySet()));
        return "Extensions" + names;
    }
}
