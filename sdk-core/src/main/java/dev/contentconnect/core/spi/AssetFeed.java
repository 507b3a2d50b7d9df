package dev.contentconnect.core.spi;

import dev.contentconnect.core.feed.ChangeFeed;

/**
 * Changes of assets since a cursor; events whose type begins with {@code asset.} or {@code rights.}, {@code approval.} or
 * {@code comment.} where the system keeps these with the asset, and {@code delivery.} or {@code usage.} where it says what
 * became of its assets. Without a cursor it begins at the present end, unless {@code describe()} says
 * {@link CapabilityTrait#FEED_BEGINS_AT_OLDEST}; what is there already is read with {@link AssetReader#query}.
 */
public interface AssetFeed extends ChangeFeed {}
