package dev.contentconnect.core.spi;

import dev.contentconnect.core.feed.ChangeFeed;

/**
 * Changes of cases, tasks and approvals since a cursor; events whose type begins with {@code case.}, {@code task.},
 * {@code approval.} or {@code comment.}.
 */
public interface CaseFeed extends ChangeFeed {}
