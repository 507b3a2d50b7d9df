package dev.contentconnect.xecm.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.xecm.wire.WireUser;

/**
 * Users and groups.
 *
 * <p>Every call is one request unless it says otherwise and may be made by several threads. All throw
 * {@link dev.contentconnect.core.error.ConnectorException}: NotFound for what is absent or not visible to us, which the server
 * does not tell apart, Forbidden, Conflict, Rejected, RateLimited, Unauthenticated, Unavailable, TimedOut, Undecodable.
 */
public interface Members {
    /**
     * The user of the credential.
     *
     * @return the user
     */
    WireUser me();

    /**
     * A user or group.
     *
     * @param member its id
     * @return the user or group
     */
    WireUser get(long member);

    /**
     * Users and groups. Lazy: each page is one request, made when reached.
     *
     * @param query for example {@code where_type} (0 users, 1 groups), {@code where_name}, {@code where_business_email}
     * @return in the server's order
     */
    Paged<WireUser> find(XecmQuery query);
}
