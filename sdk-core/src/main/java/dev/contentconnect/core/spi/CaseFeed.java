package dev.contentconnect.core.spi;

import dev.contentconnect.core.feed.ChangeFeed;

/**
 * Changes of cases, tasks and approvals since a cursor; events whose type begins with {@code case.}, {@code task.},
 * {@code approval.} or {@code comment.}, {@code request.} where people ask for content or work in the system itself, and
 * {@code delivery.} where its work is to deliver.
 * Without a cursor it begins at the present end, unless {@code describe()} says
 * {@link CapabilityTrait#FEED_BEGINS_AT_OLDEST}.
 */
public interface CaseFeed extends ChangeFeed {}
