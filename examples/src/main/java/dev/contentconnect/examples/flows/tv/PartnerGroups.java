package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;

/**
 * Writes which partner belongs to which group. Trading Grid publishes no call for that; what stands in for it the host says.
 * Doing either twice changes nothing.
 */
public interface PartnerGroups {

    /**
     * Takes a partner into a group.
     *
     * @param partner the partner
     * @param group the group
     * @param note why, for people
     * @throws dev.contentconnect.core.error.ConnectorException Rejected, Conflict, RateLimited, Unauthenticated, Forbidden,
     *     Unavailable, TimedOut, Undecodable
     */
    void grant(SourceRef partner, Segment group, String note);

    /**
     * Takes a partner out of a group.
     *
     * @param partner the partner
     * @param group the group
     * @throws dev.contentconnect.core.error.ConnectorException as for {@link #grant}
     */
    void revoke(SourceRef partner, Segment group);
}
