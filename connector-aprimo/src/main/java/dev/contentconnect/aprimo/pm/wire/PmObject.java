package dev.contentconnect.aprimo.pm.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object as the service sent it, all members kept. The vendor publishes no form of its answers, and documents and clients
 * differ in names and types, so every look takes several names, minds no letter case and fails on no type: what is not of the
 * wanted kind is as if it were not there.
 *
 * @param asMap the members, in order; values are null, String, Boolean, Number, List or Map
 */
public record PmObject(Map<String, @Nullable Object> asMap) {
    /** Without members. */
    public static final PmObject NOTHING = new PmObject(Map.of());

    private static final int MOST_DIGITS = 40;

    /** The members that hold single-valued attributes of the tenant's own. */
    private static final String FIELDS = "extendedAttributes";

    /**
     * Makes the value; the map is copied.
     *
     * @param asMap the members
     */
    public PmObject {
        asMap = Collections.unmodifiableMap(new LinkedHashMap<>(asMap));
    }

    /**
     * The object that a plain value is.
     *
     * @param plain anything
     * @return the object; nothing where it is none
     */
    public static PmObject of(@Nullable Object plain) {
        if (!(plain instanceof Map<?, ?> map) || map.isEmpty()) {
            return NOTHING;
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        map.forEach((name, value) -> members.put(String.valueOf(name), value));
        return new PmObject(members);
    }

    /**
     * A member.
     *
     * @param names its names, the best one first; letter case does not count
     * @return the first that is there and not null
     */
    public @Nullable Object value(String... names) {
        for (String name : names) {
            Object exact = asMap.get(name);
            if (exact != null) {
                return exact;
            }
        }
        for (String name : names) {
            for (Map.Entry<String, @Nullable Object> one : asMap.entrySet()) {
                if (one.getValue() != null && one.getKey().equalsIgnoreCase(name)) {
                    return one.getValue();
                }
            }
        }
        return null;
    }

    /**
     * A word or number as text.
     *
     * @param names the names of the member
     * @return the text, not blank, or null
     */
    public @Nullable String text(String... names) {
        return textOf(value(names));
    }

    private static @Nullable String textOf(@Nullable Object value) {
        boolean plain = value instanceof String || value instanceof Number || value instanceof Boolean;
        return plain && !String.valueOf(value).isBlank() ? String.valueOf(value) : null;
    }

    /**
     * A whole number, also one that is written as text.
     *
     * @param names the names of the member
     * @return the number, or null
     */
    public @Nullable Long number(String... names) {
        return numberOf(value(names));
    }

    private static @Nullable Long numberOf(@Nullable Object value) {
        BigDecimal exact = amountOf(value);
        try {
            return exact == null ? null : exact.longValueExact();
        } catch (ArithmeticException notWhole) {
            return null;
        }
    }

    /**
     * A number with all its decimals, also one that is written as text.
     *
     * @param names the names of the member
     * @return the number, or null
     */
    public @Nullable BigDecimal amount(String... names) {
        return amountOf(value(names));
    }

    private static @Nullable BigDecimal amountOf(@Nullable Object value) {
        String text = value instanceof Number || value instanceof String
                ? value.toString().strip()
                : "";
        if (text.isEmpty() || text.length() > MOST_DIGITS) {
            return null;
        }
        try {
            BigDecimal exact = new BigDecimal(text);
            return Math.abs(exact.scale()) > MOST_DIGITS ? null : exact;
        } catch (NumberFormatException notOne) {
            return null;
        }
    }

    /**
     * A flag, which comes as a boolean or as 0 and 1.
     *
     * @param names the names of the member
     * @return the flag; false where there is none
     */
    public boolean flag(String... names) {
        Object value = value(names);
        return Boolean.TRUE.equals(value)
                || "true".equalsIgnoreCase(String.valueOf(value))
                || Long.valueOf(1).equals(numberOf(value));
    }

    /**
     * Objects in a member.
     *
     * @param names the names of the member
     * @return its objects; what is none is left out
     */
    public List<PmObject> objects(String... names) {
        List<PmObject> out = new ArrayList<>();
        if (value(names) instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof Map<?, ?> map && !map.isEmpty()) {
                    out.add(of(map));
                }
            }
        }
        return out;
    }

    /**
     * An object in a member.
     *
     * @param names the names of the member
     * @return the object; nothing where there is none
     */
    public PmObject object(String... names) {
        return of(value(names));
    }

    /**
     * A single-valued attribute of the tenant's own.
     *
     * @param id its id
     * @param names what the members of such an attribute are called
     * @return the text, or null
     */
    public @Nullable String field(long id, FieldNames names) {
        String own = text("extrAttr" + id);
        if (own != null) {
            return own;
        }
        for (PmObject one : objects(FIELDS)) {
            if (names.isAbout(one, id)) {
                return one.text(names.value());
            }
        }
        return null;
    }

    /**
     * This object with other values, for writing it back whole.
     *
     * @param members names to values; a name in another letter case is the same
     * @param fields ids of the tenant's own attributes to values
     * @param names what the members of such an attribute are called
     * @return the object to write, without links
     */
    public PmObject with(
            Map<String, ? extends @Nullable Object> members,
            Map<Long, ? extends @Nullable String> fields,
            FieldNames names) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>(asMap);
        out.keySet().removeIf(name -> name.startsWith("_"));
        members.forEach((name, value) -> {
            String known = out.keySet().stream()
                    .filter(one -> one.equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(name);
            out.put(known, value);
        });
        if (!fields.isEmpty()) {
            out.put(FIELDS, fields(fields, names));
        }
        return new PmObject(out);
    }

    /** The list is replaced whole, so what is not changed must be in it. */
    private List<Object> fields(Map<Long, ? extends @Nullable String> changed, FieldNames names) {
        List<Object> out = new ArrayList<>();
        for (PmObject one : objects(FIELDS)) {
            if (changed.keySet().stream().noneMatch(id -> names.isAbout(one, id))) {
                out.add(one.asMap());
            }
        }
        changed.forEach((id, value) -> {
            Map<String, @Nullable Object> field = new LinkedHashMap<>();
            field.put(names.id(), id);
            field.put(names.value(), value);
            out.add(field);
        });
        return out;
    }

    /**
     * The members that no record of this package names.
     *
     * @param known names that are told otherwise, in lower case
     * @return the others, without links
     */
    public Map<String, @Nullable Object> without(Set<String> known) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        asMap.forEach((name, value) -> {
            if (!name.startsWith("_") && !known.contains(name.toLowerCase(Locale.ROOT))) {
                out.put(name, value);
            }
        });
        return out;
    }

    /** Names only; values may be anybody's. */
    @Override
    public String toString() {
        return "PmObject" + asMap.keySet();
    }
}
