package dev.contentconnect.core.spi;

import dev.contentconnect.core.feed.ChangeFeed;

/**
 * Changes of workspaces since a cursor: their attributes, links and documents; events whose type begins with
 * {@code workspace.}. The subject is the workspace; read it to see what it holds now.
 */
public interface WorkspaceFeed extends ChangeFeed {}
