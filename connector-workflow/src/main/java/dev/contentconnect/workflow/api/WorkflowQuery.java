package dev.contentconnect.workflow.api;

import dev.contentconnect.core.time.Timestamps;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Filters of a list, by the service's own names. Immutable.
 *
 * @param parameters names and values; values are text, numbers or truth values
 * @param pageSize items a request; 1 or more
 */
public record WorkflowQuery(Map<String, Object> parameters, int pageSize) {
    /** The largest page that is safe together with variables: larger ones were cut short by older engines. */
    public static final int MAX_PAGE_WITH_INCLUDES = 100;

    /** The largest page that is asked for at all. */
    public static final int MAX_PAGE = 1_000;

    /** Everything, 100 items a request. */
    public static final WorkflowQuery ALL = new WorkflowQuery(Map.of(), 100);

    /**
     * Makes a query; the map is copied.
     *
     * @param parameters names and values; values are text, numbers or truth values
     * @param pageSize items a request; 1 or more
     * @throws IllegalArgumentException when {@code pageSize} is below 1
     */
    public WorkflowQuery {
        if (pageSize < 1) {
            throw new IllegalArgumentException("pageSize must be 1 or more: " + pageSize);
        }
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * The same query with one more filter.
     *
     * @param name the service's name for it
     * @param value text, a number, a truth value or an Instant; null leaves the filter out
     * @return a copy
     */
    public WorkflowQuery with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> copy = new LinkedHashMap<>(parameters);
        copy.put(name, value instanceof Instant instant ? Timestamps.format(instant) : value);
        return new WorkflowQuery(copy, pageSize);
    }

    /**
     * The same query in an order.
     *
     * @param sort the service's name of a field
     * @param order {@code asc} or {@code desc}
     * @return a copy
     */
    public WorkflowQuery sorted(String sort, String order) {
        return with("sort", sort).with("order", order);
    }

    /**
     * The same query with another page size.
     *
     * @param size items a request; 1 or more
     * @return a copy
     */
    public WorkflowQuery pages(int size) {
        return new WorkflowQuery(parameters, size);
    }

    /**
     * How many items a request asks for, with what is known about the service.
     *
     * @return the page size, at most {@link #MAX_PAGE}, or {@link #MAX_PAGE_WITH_INCLUDES} where variables are included
     */
    public int count() {
        boolean includes = parameters.entrySet().stream()
                .anyMatch(one -> one.getKey().startsWith("include") && "true".equals(String.valueOf(one.getValue())));
        return Math.min(pageSize, includes ? MAX_PAGE_WITH_INCLUDES : MAX_PAGE);
    }
}
