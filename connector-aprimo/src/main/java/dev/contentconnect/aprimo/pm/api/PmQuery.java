package dev.contentconnect.aprimo.pm.api;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A question to the search of a collection: a tree with exactly one operator at each node. Immutable. Values are sent as JSON, so
 * nothing in them is taken for an operator, except that {@code *} stands for anything, which {@link #equalTo} and
 * {@link #containing} refuse.
 *
 * @param asMap the tree as it is sent
 * @see <a href="https://developers.aprimo.com/marketing-operations/rest-api/">Aprimo: API basics, search</a>
 */
public record PmQuery(Map<String, Object> asMap) {
    /**
     * Makes the tree; the map is copied.
     *
     * @param asMap the tree as it is sent
     */
    public PmQuery {
        asMap = Map.copyOf(asMap);
    }

    /**
     * A field has exactly this value.
     *
     * @param field its name, parts with dots between them
     * @param value a text without {@code *}, a number or a flag
     * @return the question
     */
    public static PmQuery equalTo(String field, Object value) {
        return compared("equals", field, exact(value));
    }

    /**
     * A field has this text in it.
     *
     * @param field its name
     * @param text a text without {@code *}
     * @return the question
     */
    public static PmQuery containing(String field, String text) {
        return compared("contains", field, exact(text));
    }

    /**
     * A field is like this text.
     *
     * @param field its name
     * @param pattern a text, in which {@code *} stands for anything
     * @return the question
     */
    public static PmQuery like(String field, String pattern) {
        return compared("equals", field, pattern);
    }

    /**
     * A field is less.
     *
     * @param field its name
     * @param value than this
     * @return the question
     */
    public static PmQuery lessThan(String field, Object value) {
        return compared("lessthan", field, value);
    }

    /**
     * A field is as much or more.
     *
     * @param field its name
     * @param value as this
     * @return the question
     */
    public static PmQuery atLeast(String field, Object value) {
        return compared("greaterthanorequalto", field, value);
    }

    /**
     * A field is empty.
     *
     * @param field its name
     * @return the question
     */
    public static PmQuery empty(String field) {
        return new PmQuery(Map.of("isNull", Map.of("fieldName", field)));
    }

    /**
     * A field is not empty.
     *
     * @param field its name
     * @return the question
     */
    public static PmQuery filled(String field) {
        return new PmQuery(Map.of("isNotNull", Map.of("fieldName", field)));
    }

    /**
     * All of these.
     *
     * @param parts one or more
     * @return the question; the part itself when there is one
     */
    public static PmQuery all(PmQuery... parts) {
        return joined("and", Arrays.asList(parts));
    }

    /**
     * Any of these.
     *
     * @param parts one or more
     * @return the question; the part itself when there is one
     */
    public static PmQuery any(List<PmQuery> parts) {
        return joined("or", parts);
    }

    /**
     * The opposite.
     *
     * @return the question
     */
    public PmQuery negated() {
        return new PmQuery(Map.of("not", asMap));
    }

    private static PmQuery joined(String operator, List<PmQuery> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(operator + " of nothing");
        }
        return parts.size() == 1
                ? parts.get(0)
                : new PmQuery(
                        Map.of(operator, parts.stream().map(PmQuery::asMap).toList()));
    }

    private static PmQuery compared(String operator, String field, Object value) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("fieldName", field);
        node.put("fieldValue", value);
        return new PmQuery(Map.of(operator, node));
    }

    private static Object exact(Object value) {
        if (value instanceof String text && text.indexOf('*') >= 0) {
            throw new IllegalArgumentException("a star stands for anything in this search; see like");
        }
        return value;
    }
}
