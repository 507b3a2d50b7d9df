package dev.contentconnect.iconik.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One condition of a search, in the form of the service, which is not that of the index behind it.
 *
 * @param name a name of the index, for example {@code status} or {@code metadata.Rights}
 * @param condition members of the condition, for example {@code value} or {@code range}
 */
public record SearchTerm(String name, Map<String, Object> condition) {
    /**
     * Makes a condition.
     *
     * @param name a name of the index, for example {@code status} or {@code metadata.Rights}
     * @param condition members of the condition, for example {@code value} or {@code range}
     */
    public SearchTerm {
        condition = Map.copyOf(condition);
    }

    /**
     * Has this value.
     *
     * @param name a name of the index
     * @param value the value
     * @return the condition
     */
    public static SearchTerm is(String name, String value) {
        return new SearchTerm(name, Map.of("value", value));
    }

    /**
     * Has one of these values.
     *
     * @param name a name of the index
     * @param values the values
     * @return the condition
     */
    public static SearchTerm in(String name, List<String> values) {
        return new SearchTerm(name, Map.of("value_in", List.copyOf(values)));
    }

    /**
     * Is this or more.
     *
     * @param name a name of the index
     * @param min the least value, as text
     * @return the condition
     */
    public static SearchTerm from(String name, String min) {
        return new SearchTerm(name, Map.of("range", Map.of("min", min)));
    }

    /**
     * Has a value.
     *
     * @param name a name of the index
     * @return the condition
     */
    public static SearchTerm exists(String name) {
        return new SearchTerm(name, Map.of("exists", true));
    }

    /**
     * The condition as it is sent.
     *
     * @return a JSON object
     */
    public Map<String, Object> toBody() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", name);
        out.putAll(condition);
        return out;
    }
}
