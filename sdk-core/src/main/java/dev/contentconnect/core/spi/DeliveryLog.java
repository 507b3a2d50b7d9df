package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import org.jspecify.annotations.Nullable;

/**
 * Knows what was delivered, downloaded and used.
 */
public interface DeliveryLog {
    /**
     * Deliveries that answer a question. Lazy.
     *
     * @param query which are wanted
     * @return oldest first
     * @throws dev.contentconnect.core.error.ConnectorException Rejected, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Paged<Delivery> deliveries(DeliveryQuery query);

    /**
     * Records a delivery, or finds the one recorded under the same key.
     *
     * @param draft what to record
     * @return the record
     * @throws dev.contentconnect.core.error.ConnectorException Rejected, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Delivery record(DeliveryDraft draft);

    /**
     * Notes how far a delivery got. A later status is never replaced by an earlier one, in the order queued, sent,
     * delivered, acknowledged: such a call changes nothing. Failed and rejected stand outside this order: a delivery may
     * fail at any point before it is acknowledged, and what failed may be tried again.
     *
     * @param delivery its identity in this system
     * @param status how far
     * @param detail more, for people
     * @return the record afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Rejected, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Delivery advance(SourceRef delivery, DeliveryStatus status, @Nullable String detail);
}
