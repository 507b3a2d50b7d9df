package dev.contentconnect.core.state;

import dev.contentconnect.core.time.TimeSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@link StateStore#inMemory()}: one transaction at a time. */
final class MemoryStateStore implements StateStore {
    private final MemoryState state = new MemoryState();
    private final TimeSource time;
    private final TrailChain chain;
    private boolean busy;
    private boolean closed;

    MemoryStateStore(TimeSource time, TrailChain chain) {
        this.time = time;
        this.chain = chain;
    }

    @Override
    public synchronized <T extends @Nullable Object> T transact(Function<StateTransaction, T> work) {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
        if (busy) {
            throw new IllegalStateException("transactions do not nest");
        }
        busy = true;
        MemoryTransaction transaction = new MemoryTransaction(state, time.now(), chain);
        try {
            T result = work.apply(transaction);
            transaction.commit();
            return result;
        } finally {
            transaction.end();
            busy = false;
        }
    }

    @Override
    public <T extends @Nullable Object> T read(Function<StateView, T> work) {
        return transact(work::apply);
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
