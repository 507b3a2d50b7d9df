package dev.contentconnect.aprimo.api;

import dev.contentconnect.core.http.RequestUri;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which parts an answer shall hold. Without it nearly everything is null: the title of a record, its fields and its files
 * come only to those who select them. Every method gives another value; none changes this one.
 *
 * @param parts resource, for example {@code record}, to the parts of it
 * @param fieldNames names or ids of the only fields wanted; empty for all
 * @param languages ids of the languages wanted, or {@code *}; empty for that of the user
 * @param defaults whether default values are filled in; null for the service's own way, which is to fill them in
 */
public record Select(
        Map<String, Set<String>> parts,
        List<String> fieldNames,
        List<String> languages,
        @Nullable Boolean defaults) {
    /** Nothing but what comes by itself. */
    public static final Select NOTHING = new Select(Map.of(), List.of(), List.of(), null);

    /**
     * Makes a selection; collections are copied.
     *
     * @param parts resource, for example {@code record}, to the parts of it
     * @param fieldNames names or ids of the only fields wanted; empty for all
     * @param languages ids of the languages wanted, or {@code *}; empty for that of the user
     * @param defaults whether default values are filled in; null for the service's own way, which is to fill them in
     * @throws IllegalArgumentException when a resource, part or language holds other than letters, digits, {@code *} and dashes
     */
    public Select {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        parts.forEach((resource, keys) -> {
            word(resource);
            keys.forEach(Select::word);
            copy.put(resource, Collections.unmodifiableSet(new LinkedHashSet<>(keys)));
        });
        parts = Collections.unmodifiableMap(copy);
        fieldNames = List.copyOf(fieldNames);
        languages = List.copyOf(languages);
        languages.forEach(Select::word);
    }

    /**
     * Parts of records.
     *
     * @param keys for example {@code title}, {@code fields}, {@code masterfilelatestversion}, {@code preview}
     * @return the selection
     */
    public static Select record(String... keys) {
        return NOTHING.and("record", keys);
    }

    /**
     * Parts of another resource as well.
     *
     * @param resource for example {@code fileversion}, {@code rendition}, {@code classification}
     * @param keys its parts, by their select keys
     * @return the selection
     */
    public Select and(String resource, String... keys) {
        Map<String, Set<String>> more = new LinkedHashMap<>(parts);
        Set<String> all = new LinkedHashSet<>(more.getOrDefault(resource, Set.of()));
        Collections.addAll(all, keys);
        more.put(resource, all);
        return new Select(more, fieldNames, languages, defaults);
    }

    /**
     * Only these fields of records. Selects the fields as well.
     *
     * @param names their names or ids; commas and the like in a name do no harm
     * @return the selection
     */
    public Select onlyFields(Collection<String> names) {
        Select with = and("record", "fields");
        return new Select(with.parts, List.copyOf(names), languages, defaults);
    }

    /**
     * Labels and values in these languages.
     *
     * @param ids ids of languages, or {@code *} for all
     * @return the selection
     */
    public Select in(String... ids) {
        return new Select(parts, fieldNames, List.of(ids), defaults);
    }

    /**
     * Whether default values are filled in where a field has none.
     *
     * @param filled true or false
     * @return the selection
     */
    public Select defaults(boolean filled) {
        return new Select(parts, fieldNames, languages, filled);
    }

    /**
     * The selection as it is sent.
     *
     * @return name of the header to its value
     */
    public Map<String, String> headers() {
        Map<String, String> out = new LinkedHashMap<>();
        parts.forEach((resource, keys) -> {
            if (!keys.isEmpty()) {
                out.put("select-" + resource, String.join(",", keys));
            }
        });
        if (!fieldNames.isEmpty()) {
            // A comma inside a name would end it.
            out.put(
                    "select-record-fields",
                    fieldNames.stream().map(RequestUri::encoded).collect(Collectors.joining(",")));
        }
        if (!languages.isEmpty()) {
            out.put("languages", String.join(",", languages));
        }
        if (defaults != null) {
            out.put("select-resolve-default-values", defaults.toString());
        }
        return out;
    }

    private static void word(String text) {
        boolean fine =
                !text.isEmpty() && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '*');
        if (!fine) {
            throw new IllegalArgumentException("not a name to select by: \"" + text + "\"");
        }
    }
}
