package dev.contentconnect.xecm.map;

import dev.contentconnect.xecm.wire.WireAttribute;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireValues;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values of attributes by the names people gave them. A set is a list of rows, each a map by name. */
public final class AttributeValues {
    private AttributeValues() {}

    /**
     * What an attribute holds.
     *
     * @param values values of a node
     * @param attribute the attribute
     * @return as the server sends it; a list of maps for a set; null for nothing
     */
    public static @Nullable Object read(WireValues values, WireAttribute attribute) {
        if (!attribute.isSet()) {
            return values.fields().get(attribute.key());
        }
        List<Object> rows = new ArrayList<>();
        for (WireFields row : Rows.read(values, attribute)) {
            Map<String, @Nullable Object> named = new LinkedHashMap<>();
            attribute.members().forEach(member -> named.put(member.name(), row.get(member.key())));
            rows.add(named);
        }
        return rows;
    }

    /**
     * What to send so that an attribute holds a value.
     *
     * @param values what the node has now
     * @param attribute the attribute
     * @param value text, number, boolean, day, moment, or a list of these; a list of maps for a set
     * @param dates writes moments
     * @return values by key
     * @throws IllegalArgumentException when a set is given something else than rows, or a row names what it lacks
     */
    public static Map<String, Object> write(WireValues values, WireAttribute attribute, Object value, Dates dates) {
        if (!attribute.isSet()) {
            return Map.of(attribute.key(), plain(value, dates));
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Object row : value instanceof Collection<?> many ? many : List.of(value)) {
            if (!(row instanceof Map<?, ?> named)) {
                throw new IllegalArgumentException(attribute.name() + " is a set and takes rows");
            }
            Map<String, Object> out = new LinkedHashMap<>();
            named.forEach((name, one) ->
                    out.put(member(attribute, String.valueOf(name)).key(), one == null ? "" : plain(one, dates)));
            rows.add(out);
        }
        return Rows.write(values.rows(Rows.setKey(attribute)).size(), attribute, rows);
    }

    private static WireAttribute member(WireAttribute set, String name) {
        return set.members().stream()
                .filter(one -> lower(one.name()).equals(lower(name)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(set.name() + " has no " + name));
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static Object plain(Object value, Dates dates) {
        if (value instanceof Collection<?> many) {
            return many.stream()
                    .map(one -> plain(Objects.requireNonNull(one), dates))
                    .toList();
        }
        if (value instanceof Instant moment) {
            return dates.attribute(moment);
        }
        return value instanceof Temporal day ? day.toString() : value;
    }

    /**
     * Whether the server kept what was sent.
     *
     * @param sent what was sent under a key
     * @param stored what it has under that key
     * @return false when something was dropped or changed
     */
    public static boolean isKept(Object sent, @Nullable Object stored) {
        List<String> wanted = texts(sent);
        List<String> there = texts(stored);
        if (wanted.size() != there.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!isSame(wanted.get(i), there.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> texts(@Nullable Object value) {
        Collection<?> all = value instanceof Collection<?> many ? many : value == null ? List.of() : List.of(value);
        return all.stream()
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** A day comes back with a midnight, a moment comes back from a date attribute without its time. */
    private static boolean isSame(String wanted, String there) {
        return wanted.equals(there)
                || wanted.strip().equals(there.strip())
                || there.equals(wanted + "T00:00:00")
                || (there.endsWith("T00:00:00") && wanted.startsWith(there.substring(0, 11)))
                || (there.endsWith("Z")
                        && there.substring(0, there.length() - 1).equals(wanted));
    }
}
