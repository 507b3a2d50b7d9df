package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;

/**
 * Reads what assets may be used for.
 */
public interface RightsReader {
    /**
     * The rights of an asset.
     *
     * @param asset its identity in this system
     * @return the rights; status unknown and no grants where the system says nothing
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    RightsRecord rights(SourceRef asset);
}
