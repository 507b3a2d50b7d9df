package dev.contentconnect.examples.flows;

import dev.contentconnect.core.model.CaseRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values that people and steps left with a case, by name: what a vendor calls its variables or fields. A connector keeps
 * them among the extensions of the record under the name of its system, in a member {@code variables} or {@code fields} or
 * side by side.
 */
public final class CaseFields {
    private static final List<String> PLACES = List.of("variables", "fields");

    private final Map<?, ?> values;

    private CaseFields(Map<?, ?> values) {
        this.values = values;
    }

    /**
     * The values of a case, as it was read.
     *
     * @param record the case
     * @return its values; without any where the system keeps none
     */
    public static CaseFields of(CaseRecord record) {
        Map<String, @Nullable Object> own = record.extensions().get(record.ref().system());
        for (String place : PLACES) {
            if (own.get(place) instanceof Map<?, ?> values) {
                return new CaseFields(values);
            }
        }
        return new CaseFields(own);
    }

    /**
     * One value as text.
     *
     * @param name which
     * @return null when there is none or it is blank
     */
    public @Nullable String text(String name) {
        Object value = values.get(name);
        String text = value == null ? "" : value.toString().strip();
        return text.isEmpty() ? null : text;
    }

    /**
     * Several values under one name: a list, or words with commas between them as people type them into one field.
     *
     * @param name which
     * @return without blank ones; may be empty
     */
    public List<String> texts(String name) {
        List<?> all = values.get(name) instanceof List<?> list
                ? list
                : Arrays.asList(Objects.requireNonNullElse(text(name), "").split(",", -1));
        return all.stream()
                .filter(Objects::nonNull)
                .map(value -> value.toString().strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /**
     * Whether a value says yes.
     *
     * @param name which
     * @return true for {@code true} only
     */
    public boolean isTrue(String name) {
        return "true".equalsIgnoreCase(text(name));
    }
}
