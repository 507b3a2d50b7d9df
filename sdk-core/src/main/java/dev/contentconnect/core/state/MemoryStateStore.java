package dev.contentconnect.core.state;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@link StateStore#inMemory()}: one transaction at a time. */
final class MemoryStateStore implements StateStore {
    private final MemoryState state = new MemoryState();
    private boolean busy;
    private boolean closed;

    @Override
    public synchronized <T extends @Nullable Object> T transact(Function<StateTransaction, T> work) {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
        if (busy) {
            throw new IllegalStateException("transactions do not nest");
        }
        busy = true;
        MemoryTransaction transaction = new MemoryTransaction(state);
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
    public synchronized void close() {
        closed = true;
    }
}
