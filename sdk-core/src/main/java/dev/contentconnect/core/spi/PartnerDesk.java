package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.Receipt;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import java.util.List;

/**
 * Knows partners, and tells them things.
 */
public interface PartnerDesk {
    /**
     * Partners that belong to all of some audiences. Lazy.
     *
     * @param segments the audiences; empty for all partners; {@link NotOffered} where the system cannot narrow by them
     * @return the partners
     * @throws dev.contentconnect.core.error.ConnectorException Rejected, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Paged<Partner> partners(List<Segment> segments);

    /**
     * One partner.
     *
     * @param partner its identity in this system
     * @return the partner
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Partner get(SourceRef partner);

    /**
     * Whether a partner may have what an audience gets.
     *
     * @param partner its identity in this system
     * @param segment the audience
     * @return false also when the partner is not active
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    boolean isEntitled(SourceRef partner, Segment segment);

    /**
     * Sends a notice, once to each partner whatever the number of calls with its key.
     *
     * @param partners to whom
     * @param notice what to say
     * @return one entry a partner
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Rejected, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    List<Delivery> notify(List<SourceRef> partners, Notice notice);

    /**
     * How far a notice got. Where the system also tells that it was opened, which proves nothing, that is among the extensions.
     *
     * @param notice the identity of one of the entries that {@link #notify} gave
     * @return the entry as it is now; without a key where the system does not hand it out
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Delivery notice(SourceRef notice);

    /**
     * What partners confirmed about a notice.
     *
     * @param notice the identity of one of the entries that {@link #notify} gave
     * @return the receipts so far
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    List<Receipt> receipts(SourceRef notice);
}
