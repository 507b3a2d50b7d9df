package dev.contentconnect.core.feed;

import dev.contentconnect.core.page.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * What has changed in a system since a place that the caller stored.
 *
 * <p>Delivery is at-least-once: an event may come again, with the same {@code CaseEvent.id()}, and events may come out of
 * order. A cursor says how far the feed was read; store it together with the effects of the batch.
 */
public interface ChangeFeed {

    /**
     * Reads the next changes.
     *
     * @param since what the last batch gave; null to begin at the present end of the feed: what happened before is not
     *     told, and the first batch may be empty. A feed that begins with the oldest change it still knows says so by
     *     {@link dev.contentconnect.core.spi.CapabilityTrait#FEED_BEGINS_AT_OLDEST} in {@code describe()}
     * @param limit the most events wanted, 1 or more; fewer, or none, say nothing about the end
     * @return events and the next cursor
     * @throws dev.contentconnect.core.error.ConnectorException RateLimited, Unauthenticated, Unavailable, TimedOut,
     *     Undecodable; Rejected when {@code since} is not a cursor of this feed
     */
    ChangeBatch changes(@Nullable Cursor since, int limit);
}
