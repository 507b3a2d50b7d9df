package dev.contentconnect.core.state;

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
     * @return an empty store
     */
    static StateStore inMemory() {
        return new MemoryStateStore();
    }

    /**
     * Runs work that reads and writes as one: what it wrote becomes visible to others all at once when it returns, and
     * not at all when it throws. Work must not call other systems and must not nest; it may be run again when two
     * transactions met.
     *
     * @param work reads and writes through the transaction it is given, which is of no use afterwards
     * @param <T> what the work gives
     * @return what the work gave
     * @throws StateException when the store cannot be read or written
     */
    <T extends @Nullable Object> T transact(Function<StateTransaction, T> work);

    /** Ends the store. */
    @Override
    void close();
}
