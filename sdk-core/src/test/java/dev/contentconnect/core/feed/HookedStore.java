package dev.contentconnect.core.feed;

import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.StateTransaction;
import dev.contentconnect.core.state.StateView;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store that does what it is told around each use; what that throws, the user sees. */
final class HookedStore implements StateStore {
    private final StateStore store;
    private volatile Runnable before = () -> {};
    private volatile Runnable after = () -> {};

    HookedStore(StateStore store) {
        this.store = store;
    }

    HookedStore before(Runnable work) {
        before = work;
        return this;
    }

    /** Once it is committed. */
    HookedStore after(Runnable work) {
        after = work;
        return this;
    }

    @Override
    public <T extends @Nullable Object> T transact(Function<StateTransaction, T> work) {
        before.run();
        T result = store.transact(work);
        after.run();
        return result;
    }

    @Override
    public <T extends @Nullable Object> T read(Function<StateView, T> work) {
        before.run();
        T result = store.read(work);
        after.run();
        return result;
    }

    @Override
    public void close() {
        store.close();
    }
}
