package dev.contentconnect.xecm.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which items of a list are wanted, in the server's own parameters.
 *
 * @param parameters query parameters by name; a collection repeats its parameter
 * @param size items a request, 1 to 500; servers give out fewer for some lists
 */
public record XecmQuery(Map<String, Object> parameters, int size) {
    /** Everything, 100 items a request. */
    public static final XecmQuery ALL = new XecmQuery(Map.of(), 100);

    private static final int MOST = 500;

    /**
     * Makes a query.
     *
     * @param parameters query parameters by name; a collection repeats its parameter
     * @param size items a request, 1 or more; capped at 500
     * @throws IllegalArgumentException when {@code size} is below 1
     */
    public XecmQuery {
        if (size < 1) {
            throw new IllegalArgumentException("size must be 1 or more: " + size);
        }
        size = Math.min(size, MOST);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * The same query with a parameter more.
     *
     * @param name its name
     * @param value its value, or a collection of values
     * @return a copy
     */
    public XecmQuery with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new XecmQuery(more, size);
    }

    /**
     * The same query with pages of another size.
     *
     * @param value items a request, 1 or more; capped at 500
     * @return a copy
     */
    public XecmQuery pages(int value) {
        return new XecmQuery(parameters, value);
    }
}
