package dev.contentconnect.core.state;

import dev.contentconnect.core.time.TimeSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers. Safe for use by several threads; whether it outlives the process is up to the implementation.
 *
 * <p>Crash rule: do the effect in the other system first, under a key, and write what is to be remembered in one
 * transaction afterwards. A crash in between repeats the effect under the same key, which finds what is there.
 */
public interface StateStore extends AutoCloseable {

    /**
     * A store in memory; gone with the process. For tests and for flows that may start over.
     *
     * @return an empty store on the machine's own clock
     */
    static StateStore inMemory() {
        return inMemory(TimeSource.system(), TrailChain.plain());
    }

    /**
     * A store in memory; gone with the process.
     *
     * @param time the store's clock
     * @param chain how the entries of its audit trail hang together
     * @return an empty store
     */
    static StateStore inMemory(TimeSource time, TrailChain chain) {
        return new MemoryStateStore(time, chain);
    }

    /**
     * Runs work that reads and writes as one: what it wrote becomes visible to others all at once when it returns, and
     * not at all when it throws. Work must not call other systems and must not nest; it may be run again when two
     * transactions met, so it must not change anything but the transaction.
     *
     * <p>Two transactions that claim the same key, move the same feed, take the same lease or item, or add to the trail
     * are put in order. What is only read may be changed by another transaction at the same time: where that matters,
     * write with {@link StateTransaction#replaceLink} or under a {@linkplain Leases#fence lease}.
     *
     * @param work reads and writes through the transaction it is given, which is of no use afterwards
     * @param <T> what the work gives
     * @return what the work gave
     * @throws StateException when the store cannot be read or written, or another worker was faster
     */
    <T extends @Nullable Object> T transact(Function<StateTransaction, T> work);

    /**
     * Runs work that only reads, and sees the store as of one moment. It neither waits for writers nor holds them up,
     * where the store can do that; so it fits long reads such as exports.
     *
     * @param work reads through the view it is given, which is of no use afterwards
     * @param <T> what the work gives
     * @return what the work gave
     * @throws StateException when the store cannot be read
     */
    <T extends @Nullable Object> T read(Function<StateView, T> work);

    /** Ends the store. */
    @Override
    void close();
}
