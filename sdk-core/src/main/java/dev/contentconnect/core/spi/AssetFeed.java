package dev.contentconnect.core.spi;

import dev.contentconnect.core.feed.ChangeFeed;

/**
 * Changes of assets since a cursor; events whose type begins with {@code asset.} or {@code rights.}, and
 * {@code delivery.} or {@code usage.} where the system says what became of its assets.
 */
public interface AssetFeed extends ChangeFeed {}
