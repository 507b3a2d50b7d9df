package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;

/**
 * Writes what assets may be used for.
 */
public interface RightsWriter {
    /**
     * Writes rights to their asset, reading the present ones first and reading back what was stored.
     *
     * @param rights all that should hold afterwards
     * @return the rights as the system has them afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Rejected when the system cannot keep a part of it, Conflict when somebody else changed them, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    RightsRecord apply(RightsRecord rights);

    /**
     * Forbids every use of an asset. Blocking twice is as blocking once.
     *
     * @param asset its identity in this system
     * @param reason why, kept with the asset
     * @return the rights afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    RightsRecord block(SourceRef asset, String reason);

    /**
     * Lifts a block; what the grants say counts again.
     *
     * @param asset its identity in this system
     * @param reason why, kept with the asset
     * @return the rights afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    RightsRecord unblock(SourceRef asset, String reason);
}
