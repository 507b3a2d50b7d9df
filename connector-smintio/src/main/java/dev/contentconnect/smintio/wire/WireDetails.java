package dev.contentconnect.smintio.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list stands.
 *
 * @param searchResultSetId must come back with the next question where pages cannot be jumped to
 * @param currentPage which page
 * @param totalResults how many over all pages
 * @param hasMoreResults whether there is another page
 * @param errors what failed although the whole did not: one of several sources
 */
public record WireDetails(
        @Nullable String searchResultSetId,
        @Nullable Integer currentPage,
        @Nullable Long totalResults,
        @Nullable Boolean hasMoreResults,
        @Nullable List<@Nullable Map<String, @Nullable Object>> errors) {}
