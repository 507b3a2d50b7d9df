package dev.contentconnect.examples.flows;

import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.feed.ChangeFeed;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.StateTransaction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feed into the memory of a flow: what is written of a batch is written in one transaction with the cursor behind it,
 * so a process that dies goes on where it was. Two hosts may read at once; the slower one gets a Conflict from the store and
 * goes on the next time.
 */
public final class FeedReading {
    private static final int BATCH = 200;
    private static final int MOST_BATCHES = 100;

    private final String cursor;
    private final ChangeFeed feed;
    private final StateStore state;
    private final Function<ChangeBatch, Consumer<StateTransaction>> meaning;

    /**
     * Makes a reading. Nothing is asked yet.
     *
     * @param cursor the name under which it is kept how far the feed was read
     * @param feed what is read
     * @param state where it is kept
     * @param meaning what is to be written of a batch; may ask other systems, while what it gives may not
     */
    public FeedReading(
            String cursor,
            ChangeFeed feed,
            StateStore state,
            Function<ChangeBatch, Consumer<StateTransaction>> meaning) {
        this.cursor = cursor;
        this.feed = feed;
        this.state = state;
        this.meaning = meaning;
    }

    /**
     * Reads what is new, at most 20,000 events.
     *
     * @return whether it pays to call again at once
     * @throws dev.contentconnect.core.error.ConnectorException when the system fails; what was read before is kept
     * @throws dev.contentconnect.core.state.StateException CONFLICT when another host reads too
     */
    public boolean read() {
        for (int i = 0; i < MOST_BATCHES; i++) {
            @Nullable Cursor from = state.read(memory -> memory.cursor(cursor)).orElse(null);
            ChangeBatch batch = feed.changes(from, BATCH);
            Consumer<StateTransaction> work = meaning.apply(batch);
            state.transact(memory -> {
                work.accept(memory);
                memory.moveCursor(cursor, from, batch.next());
                return null;
            });
            if (!batch.more()) {
                return false;
            }
        }
        return true;
    }
}
