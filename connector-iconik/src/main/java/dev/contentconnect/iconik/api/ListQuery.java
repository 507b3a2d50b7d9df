package dev.contentconnect.iconik.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a list is narrowed by, in the words of the service.
 *
 * @param parameters query parameters by name
 * @param size items per request, 1–1000
 */
public record ListQuery(Map<String, String> parameters, int size) {
    /** The service's maximum of items per request. */
    public static final int MAX_SIZE = 1_000;

    /** Everything, 100 per request. */
    public static final ListQuery ALL = new ListQuery(Map.of(), 100);

    /**
     * Makes a query.
     *
     * @param parameters query parameters by name
     * @param size items per request, 1–1000; more is taken as 1000
     * @throws IllegalArgumentException when {@code size} is less than 1
     */
    public ListQuery {
        if (size < 1) {
            throw new IllegalArgumentException("size must be 1 or more: " + size);
        }
        size = Math.min(size, MAX_SIZE);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * The same query with a parameter more.
     *
     * @param name for example {@code sort}
     * @param value for example {@code date_created,asc;title,asc}
     * @return a copy
     */
    public ListQuery with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value.toString());
        return new ListQuery(more, size);
    }

    /**
     * The same query with pages of another size.
     *
     * @param value items per request; more than 1000 is taken as 1000
     * @return a copy
     */
    public ListQuery pages(int value) {
        return new ListQuery(parameters, value);
    }
}
