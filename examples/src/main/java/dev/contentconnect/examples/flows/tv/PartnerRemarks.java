package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.CaseEvent;
import java.util.List;

/** What was said in the network where no feed tells of it. */
public interface PartnerRemarks {

    /**
     * Everything that was said so far.
     *
     * @return comments as events, about the asset they name and with the partner as step, as far as they say; the same remark
     *     has the same id, and one that was edited another
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable,
     *     TimedOut, Undecodable
     */
    List<CaseEvent> remarks();
}
