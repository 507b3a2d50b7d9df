package dev.contentconnect.bench.store;

import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.state.StateStore;
import org.jspecify.annotations.Nullable;

/** The SDK's store. */
final class SdkStore implements Contender {
    private final StateStore store;
    private @Nullable Cursor cursor;

    SdkStore(StateStore store) {
        this.store = store;
    }

    @Override
    public void commit(long number) {
        Cursor next = Cursor.of(Work.cursor(number));
        store.transact(t -> {
            t.moveCursor(Work.FEED, cursor, next);
            t.putLink(Work.link(number));
            return t.claimKey(Work.FEED, Work.key(number), Work.at()) && t.append(Work.event(number));
        });
        cursor = next;
    }

    @Override
    public void close() {
        store.close();
    }
}
