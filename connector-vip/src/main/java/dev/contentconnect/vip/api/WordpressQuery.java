package dev.contentconnect.vip.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The query of a list, in the parameters of WordPress.
 *
 * @param parameters by name; a collection is written as one parameter with commas
 * @param size items a request, from 1 to 100
 */
public record WordpressQuery(Map<String, Object> parameters, int size) {
    /** The most items that WordPress takes in one request. */
    public static final int MOST = 100;

    /** Everything that may be read, 100 items a request, in the order of ids. */
    public static final WordpressQuery ALL =
            new WordpressQuery(Map.of(), MOST).with("orderby", "id").with("order", "asc");

    /**
     * Makes the question; the map is copied.
     *
     * @param parameters by name
     * @param size items a request; more than 100, the most that WordPress takes, counts as 100
     */
    public WordpressQuery {
        if (size < 1) {
            throw new IllegalArgumentException("size must be 1 or more: " + size);
        }
        size = Math.min(size, MOST);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * The same question with a parameter.
     *
     * @param name its name
     * @param value its value
     * @return a copy
     */
    public WordpressQuery with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new WordpressQuery(more, size);
    }

    /**
     * The same question with other pages.
     *
     * @param value items a request, from 1 to 100
     * @return a copy
     */
    public WordpressQuery pages(int value) {
        return new WordpressQuery(parameters, value);
    }

    /**
     * Whether the list is in the order of ids, so that a reader notices what moved meanwhile.
     *
     * @return true for ascending ids
     */
    public boolean isById() {
        return isBy("id");
    }

    /**
     * Whether the list is in the order of time, so that what is new or changed comes at its end and all else moves up.
     *
     * @return true for ascending times
     */
    public boolean isByTime() {
        return isBy("modified") || isBy("date") || isBy("date_gmt");
    }

    private boolean isBy(String order) {
        return order.equals(parameters.get("orderby")) && "asc".equals(parameters.get("order"));
    }
}
