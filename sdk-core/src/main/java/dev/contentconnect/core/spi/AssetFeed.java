package dev.contentconnect.core.spi;

import dev.contentconnect.core.feed.ChangeFeed;

/**
 * Changes of assets since a cursor; events whose type begins with {@code asset.} or {@code rights.}.
 */
public interface AssetFeed extends ChangeFeed {}
