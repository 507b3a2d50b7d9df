package dev.contentconnect.tradinggrid.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question to Lens.
 *
 * @param range a window of time, or null
 * @param filters exact conditions, all of which hold
 * @param must search conditions, all of which hold; {@code *} stands for any value
 * @param should search conditions, one of which holds; none for no such condition
 * @param keys content key to value; a trailing {@code *} stands for anything
 * @param text the words of the search box, or null
 * @param sortBy the attribute by which entries are in order, ascending, or null
 * @param select attributes that are asked for
 * @param contentKeys content keys that are asked for
 * @param count entries a request, 1 to 1,000
 */
public record LensQuery(
        @Nullable LensRange range,
        List<LensTerm> filters,
        List<LensTerm> must,
        List<LensTerm> should,
        Map<String, String> keys,
        @Nullable String text,
        @Nullable String sortBy,
        List<String> select,
        List<String> contentKeys,
        int count) {
    /** The most entries Lens gives at once. */
    public static final int MOST = 1_000;

    /** Everything, with what an audit trail keeps, in the order of arrival. */
    public static final LensQuery ALL = new LensQuery(
            null,
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            null,
            "arrivaltime",
            LensAttributes.FOR_TRAILS,
            List.of(),
            MOST);

    /**
     * Makes the question; collections are copied.
     *
     * @param range a window of time, or null
     * @param filters exact conditions
     * @param must search conditions
     * @param should search conditions
     * @param keys content key to value
     * @param text the words of the search box, or null
     * @param sortBy the attribute by which entries are in order, or null
     * @param select attributes that are asked for
     * @param contentKeys content keys that are asked for
     * @param count entries a request
     * @throws IllegalArgumentException when an attribute is unknown, nothing is selected or the count is out of range
     */
    public LensQuery {
        filters = List.copyOf(filters);
        must = List.copyOf(must);
        should = List.copyOf(should);
        keys = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        select = List.copyOf(select);
        contentKeys = List.copyOf(contentKeys);
        select.forEach(LensAttributes::checked);
        if (sortBy != null) {
            LensAttributes.checked(sortBy);
        }
        if (select.isEmpty() || count < 1 || count > MOST) {
            throw new IllegalArgumentException("a question selects something and asks for 1 to 1,000 entries");
        }
        for (LensTerm term : concat(must, should)) {
            if (term.negated() || term.values().size() != 1) {
                throw new IllegalArgumentException("a search condition has one value and is not negated");
            }
        }
    }

    private static List<LensTerm> concat(List<LensTerm> one, List<LensTerm> other) {
        List<LensTerm> out = new ArrayList<>(one);
        out.addAll(other);
        return out;
    }

    /**
     * The same question within a window of time.
     *
     * @param value the window
     * @return a copy
     */
    public LensQuery within(@Nullable LensRange value) {
        return new LensQuery(value, filters, must, should, keys, text, sortBy, select, contentKeys, count);
    }

    /**
     * The same question with a further exact condition.
     *
     * @param term the condition
     * @return a copy
     */
    public LensQuery where(LensTerm term) {
        return new LensQuery(
                range, concat(filters, List.of(term)), must, should, keys, text, sortBy, select, contentKeys, count);
    }

    /**
     * The same question with a further search condition that holds.
     *
     * @param term the condition
     * @return a copy
     */
    public LensQuery must(LensTerm term) {
        return new LensQuery(
                range, filters, concat(must, List.of(term)), should, keys, text, sortBy, select, contentKeys, count);
    }

    /**
     * The same question with search conditions of which one holds.
     *
     * @param terms the conditions
     * @return a copy
     */
    public LensQuery anyOf(List<LensTerm> terms) {
        return new LensQuery(range, filters, must, terms, keys, text, sortBy, select, contentKeys, count);
    }

    /**
     * The same question about a business key.
     *
     * @param key its name
     * @param value its value; a trailing {@code *} stands for anything
     * @return a copy
     */
    public LensQuery withKey(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(keys);
        more.put(key, value);
        return new LensQuery(range, filters, must, should, more, text, sortBy, select, contentKeys, count);
    }

    /**
     * The same question with words of the search box. They are a language of their own; text of others does not belong here.
     *
     * @param value the words
     * @return a copy
     */
    public LensQuery withText(@Nullable String value) {
        return new LensQuery(range, filters, must, should, keys, value, sortBy, select, contentKeys, count);
    }

    /**
     * The same question in another order.
     *
     * @param attribute the attribute, or null for the service's own order
     * @return a copy
     */
    public LensQuery sortedBy(@Nullable String attribute) {
        return new LensQuery(range, filters, must, should, keys, text, attribute, select, contentKeys, count);
    }

    /**
     * The same question with other attributes selected.
     *
     * @param attributes the attributes
     * @param businessKeys the content keys
     * @return a copy
     */
    public LensQuery selecting(List<String> attributes, List<String> businessKeys) {
        return new LensQuery(range, filters, must, should, keys, text, sortBy, attributes, businessKeys, count);
    }

    /**
     * The same question with another number of entries a request.
     *
     * @param value 1 to 1,000
     * @return a copy
     */
    public LensQuery pages(int value) {
        return new LensQuery(range, filters, must, should, keys, text, sortBy, select, contentKeys, value);
    }
}
