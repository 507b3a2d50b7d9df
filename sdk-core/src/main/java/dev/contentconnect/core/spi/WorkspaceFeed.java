package dev.contentconnect.core.spi;

import dev.contentconnect.core.feed.ChangeFeed;

/**
 * Changes of workspaces since a cursor: their attributes, links and documents; events whose type begins with
 * {@code workspace.}. The subject is the workspace; read it with {@link WorkspaceDesk#get} to see what it holds now.
 * Without a cursor it begins at the present end, unless {@code describe()} says
 * {@link CapabilityTrait#FEED_BEGINS_AT_OLDEST}.
 */
public interface WorkspaceFeed extends ChangeFeed {}
