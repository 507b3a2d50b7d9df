package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.feed.ChangeFeed;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a feed tells until it has no more.
 *
 * @param events what it told, in its order; what came again is there again
 * @param next where to go on
 */
public record DrainedFeed(List<CaseEvent> events, Cursor next) {
    private static final int MAX_BATCHES = 100;

    /**
     * Reads a feed to its end; no batch may hold more than its limit, and each cursor is stored and read back.
     *
     * @param feed the feed
     * @param from where to begin; null for its own beginning
     * @param limit of each batch
     * @return what it told; fails after 100 batches
     */
    public static DrainedFeed of(ChangeFeed feed, @Nullable Cursor from, int limit) {
        List<CaseEvent> events = new ArrayList<>();
        Cursor at = from;
        for (int i = 0; i < MAX_BATCHES; i++) {
            ChangeBatch batch = feed.changes(at, limit);
            assertThat(batch.events()).hasSizeLessThanOrEqualTo(limit);
            events.addAll(batch.events());
            at = Cursor.of(batch.next().value());
            if (!batch.more()) {
                return new DrainedFeed(List.copyOf(events), at);
            }
        }
        throw new AssertionError("the feed does not end after " + MAX_BATCHES + " batches");
    }

    /**
     * The identities of what it told.
     *
     * @return in its order
     */
    public List<String> ids() {
        return events.stream().map(CaseEvent::id).toList();
    }
}
