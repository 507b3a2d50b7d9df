package dev.contentconnect.core.report;

import dev.contentconnect.core.state.TrailHead;

/**
 * What an export wrote.
 *
 * @param entries how many entries
 * @param last the number and hash of the last one; {@link TrailHead#EMPTY} when there was none. Kept apart from the file,
 *     it proves later that nothing was cut off
 */
public record Exported(long entries, TrailHead last) {}
