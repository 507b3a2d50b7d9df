package dev.contentconnect.core.state;

import java.time.Instant;

/**
 * An item with what is known about its claims.
 *
 * @param item what a claim gives out
 * @param worker who claimed it last; empty when nobody holds it
 * @param free from when it may be claimed: the end of a claim, or of a delay
 */
record MemoryItem(InboxItem item, String worker, Instant free) {}
