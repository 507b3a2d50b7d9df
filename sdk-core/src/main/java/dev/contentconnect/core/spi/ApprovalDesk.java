package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import java.util.List;

/**
 * Asks for decisions and records them.
 */
public interface ApprovalDesk {
    /**
     * Asks for decisions, or finds what was asked for under the same key.
     *
     * @param request about what, of whom, by when
     * @return one approval a stakeholder, as far as the system has made them yet
     * @throws dev.contentconnect.core.error.ConnectorException Rejected, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    List<Approval> request(ApprovalRequest request);

    /**
     * One approval.
     *
     * @param approval its identity in this system
     * @return the approval, also after it was decided
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Approval get(SourceRef approval);

    /**
     * Approvals that answer a question. Lazy: each page is one request, made when reached.
     *
     * @param query which are wanted; a part that the system has no filter for is {@link NotOffered}, see
     *     {@link CapabilityDescription#offers(String) offers("query.stakeholder")}
     * @return the approvals, open and decided
     * @throws dev.contentconnect.core.error.ConnectorException Rejected, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Paged<Approval> query(ApprovalQuery query);

    /**
     * Records a decision. The outcome is checked against what the system knows before it is sent. A decision that
     * stands already with the same outcome is returned as it is. A system that only knows the user of the credential
     * records that user; the note then names who decided.
     *
     * @param approval its identity in this system
     * @param decision what, by whom and why
     * @return the approval afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Rejected when the outcome is not one of those possible, Conflict when it was decided otherwise or another holds it, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Approval decide(SourceRef approval, Decision decision);
}
