package dev.contentconnect.smintio.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search.
 *
 * @param text words, or null
 * @param filters values of form fields, each as plain members ({@code id}, {@code dataType}, {@code stringValue}, …); what the
 *     portal gave as a value must go back byte for byte
 * @param contentType 0 images, 1 documents, 2 videos, 3 audio; null for all
 * @param pageSize assets a request, 1 or more
 */
public record PortalQuery(
        @Nullable String text,
        List<Map<String, Object>> filters,
        @Nullable Integer contentType,
        int pageSize) {
    /** Everything, 50 a request. */
    public static final PortalQuery ALL = new PortalQuery(null, List.of(), null, 50);

    /**
     * Makes the query; the list is copied.
     *
     * @param text words, or null
     * @param filters values of form fields
     * @param contentType 0 images, 1 documents, 2 videos, 3 audio; null for all
     * @param pageSize assets a request, 1 or more
     * @throws IllegalArgumentException when {@code pageSize} is below 1
     */
    public PortalQuery {
        if (pageSize < 1) {
            throw new IllegalArgumentException("pageSize must be 1 or more: " + pageSize);
        }
        filters = List.copyOf(filters);
    }

    /**
     * The same query for so many a request.
     *
     * @param size 1 or more
     * @return a copy
     */
    public PortalQuery pages(int size) {
        return new PortalQuery(text, filters, contentType, size);
    }

    /**
     * The same query for words.
     *
     * @param words the words, or null
     * @return a copy
     */
    public PortalQuery withText(@Nullable String words) {
        return new PortalQuery(words, filters, contentType, pageSize);
    }

    /**
     * The same query for one kind of content.
     *
     * @param type 0 images, 1 documents, 2 videos, 3 audio; null for all
     * @return a copy
     */
    public PortalQuery ofType(@Nullable Integer type) {
        return new PortalQuery(text, filters, type, pageSize);
    }

    /**
     * The same query, narrowed by form fields.
     *
     * @param values values of form fields
     * @return a copy
     */
    public PortalQuery withFilters(List<Map<String, Object>> values) {
        return new PortalQuery(text, values, contentType, pageSize);
    }
}
