package dev.contentconnect.examples.flows.xi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The fields that a system has, as it said when it was asked. No capability tells of them, so a host gathers them with the
 * client of its system.
 */
public final class FieldCatalog {
    private final String system;
    private final boolean exact;
    private final Map<String, FieldSpec> fields = new LinkedHashMap<>();
    private final List<String> problems;

    /**
     * Makes a catalog.
     *
     * @param system the short name of the system
     * @param exact whether letter case counts, in names and in options
     * @param fields its fields; of several with one name the first counts
     * @param problems what could not be found out, such as a view that is not there
     */
    public FieldCatalog(String system, boolean exact, Collection<FieldSpec> fields, List<String> problems) {
        this.system = system;
        this.exact = exact;
        this.problems = List.copyOf(problems);
        fields.forEach(field -> this.fields.putIfAbsent(word(field.name()), field));
    }

    String system() {
        return system;
    }

    List<String> problems() {
        return problems;
    }

    Collection<FieldSpec> fields() {
        return fields.values();
    }

    Optional<FieldSpec> find(String name) {
        return Optional.ofNullable(fields.get(word(name)));
    }

    boolean takes(FieldSpec field, String wanted) {
        return field.options().isEmpty()
                || field.options().stream().anyMatch(option -> word(option).equals(word(wanted)));
    }

    /** Blanks and underscores are one where letter case does not count: {@code In Review} is {@code in_review}. */
    private String word(String text) {
        return exact ? text : text.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }
}
