package dev.contentconnect.core.testkit;

import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.StateTransaction;
import dev.contentconnect.core.state.StateView;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store whose transactions fail as it is told: before they are written, or after, so that only the answer is lost. */
public final class MoodyStore implements StateStore {
    /** When a transaction fails. */
    public enum Mood {
        /** Nothing of it is written. */
        BEFORE,
        /** All of it is written, and nobody hears of it. */
        AFTER
    }

    private final StateStore store;
    private final AtomicInteger count = new AtomicInteger();
    private volatile Mood mood = Mood.BEFORE;
    private volatile StateException.Reason reason = StateException.Reason.UNAVAILABLE;
    private volatile int from = Integer.MAX_VALUE;
    private volatile int until;

    /**
     * A store in a good mood.
     *
     * @param store does the work, and is closed with this one
     */
    public MoodyStore(StateStore store) {
        this.store = store;
    }

    /**
     * Lets transactions fail.
     *
     * @param how before or after they are written
     * @param why what the exception says
     * @param first the number of the first one that fails, counted from 1 and from now
     * @param last the number of the last one
     */
    public void fail(Mood how, StateException.Reason why, int first, int last) {
        count.set(0);
        mood = how;
        reason = why;
        from = first;
        until = last;
    }

    /** No more fail. */
    public void recover() {
        until = 0;
    }

    /**
     * How many there were.
     *
     * @return since the last {@link #fail}, those that failed included
     */
    public int transactions() {
        return count.get();
    }

    @Override
    public <T extends @Nullable Object> T transact(Function<StateTransaction, T> work) {
        int number = count.incrementAndGet();
        boolean bad = number >= from && number <= until;
        if (bad && mood == Mood.BEFORE) {
            throw new StateException(reason, "before", null);
        }
        T result = store.transact(work);
        if (bad) {
            throw new StateException(reason, "after", null);
        }
        return result;
    }

    @Override
    public <T extends @Nullable Object> T read(Function<StateView, T> work) {
        return store.read(work);
    }

    @Override
    public void close() {
        store.close();
    }
}
