package dev.contentconnect.xecm.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.xecm.wire.WireNode;

/**
 * The search index, which lags behind: never use it to see what was just written.
 *
 * <p>Every call is one request unless it says otherwise and may be made by several threads. All throw
 * {@link dev.contentconnect.core.error.ConnectorException}: NotFound for what is absent or not visible to us, which the server
 * does not tell apart, Forbidden, Conflict, Rejected, RateLimited, Unauthenticated, Unavailable, TimedOut, Undecodable.
 */
public interface Search {
    /**
     * Searches by a query in LQL; {@link Lql} makes safe ones. Lazy: each page is one request, made when reached.
     *
     * @param lql the query
     * @param more further fields, such as {@code location_id1} and {@code sort}
     * @return hits; {@code regions} hold what is indexed
     */
    Paged<WireNode> query(String lql, XecmQuery more);
}
