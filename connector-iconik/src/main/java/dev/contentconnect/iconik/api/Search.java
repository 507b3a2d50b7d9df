package dev.contentconnect.iconik.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.iconik.wire.WireHit;

/**
 * Search: service {@code search}. An index that lags behind: what was written a moment ago may be missing or old, so read
 * the object itself before acting.
 */
public interface Search {
    /**
     * What answers a query. Lazy; each page begins after the last hit of the one before ({@code search_after}), so there
     * is no limit of depth. Ends with an empty page. The search is not kept in the user's search history and addresses of
     * files are not signed.
     *
     * @param query what is searched for
     * @return the hits
     */
    default Paged<WireHit> find(SearchQuery query) {
        return find(query, WireHit.class);
    }

    /**
     * As {@link #find(SearchQuery)}, read as another record.
     *
     * @param query what is searched for
     * @param type for example {@code WireAsset}
     * @param <T> the record
     * @return the hits; one that cannot be read is an issue beside the others
     */
    <T> Paged<T> find(SearchQuery query, Class<T> type);
}
