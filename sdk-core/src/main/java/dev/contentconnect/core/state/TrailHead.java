package dev.contentconnect.core.state;

/**
 * Where the audit trail ends. Kept outside of the store (printed, mailed, signed), it proves later that nothing before it
 * was changed or cut off.
 *
 * @param number the number of the last entry; 0 for an empty trail
 * @param hash the hash of the last entry; {@link TrailChain#START} for an empty trail
 */
public record TrailHead(long number, String hash) {
    /** The end of an empty trail. */
    public static final TrailHead EMPTY = new TrailHead(0, TrailChain.START);
}
