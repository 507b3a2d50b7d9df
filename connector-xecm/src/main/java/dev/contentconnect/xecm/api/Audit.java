package dev.contentconnect.xecm.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.xecm.wire.WireAudit;

/**
 * The audit of nodes: the only trace of changes that the server gives.
 *
 * <p>Every call is one request unless it says otherwise and may be made by several threads. All throw
 * {@link dev.contentconnect.core.error.ConnectorException}: NotFound for what is absent or not visible to us, which the server
 * does not tell apart, Forbidden, Conflict, Rejected, RateLimited, Unauthenticated, Unavailable, TimedOut, Undecodable.
 */
public interface Audit {
    /**
     * What happened to a node. Lazy: each page is one request, made when reached.
     *
     * @param node its id
     * @param query for example {@code where_type}, {@code where_audit_date_start} (whole days), {@code sort}
     * @return newest first unless asked otherwise
     */
    Paged<WireAudit> of(long node, XecmQuery query);
}
