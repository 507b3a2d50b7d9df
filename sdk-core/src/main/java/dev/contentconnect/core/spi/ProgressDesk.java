package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.SourceRef;

/**
 * Takes reports on work that is done elsewhere: moves a campaign, a request or an issue on in the system where people
 * watch it.
 */
public interface ProgressDesk {

    /**
     * Notes how far the work is. The same key again changes nothing.
     *
     * @param work the identity, in this system, of what the work is for
     * @param progress how far it is
     * @return the work as the system has it afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Rejected when the system does not know the
     *     status, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    CaseRecord report(SourceRef work, Progress progress);
}
