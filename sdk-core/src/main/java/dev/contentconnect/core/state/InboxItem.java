package dev.contentconnect.core.state;

import dev.contentconnect.core.model.CaseEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that was accepted and is not yet handled.
 *
 * @param feed the feed it came from
 * @param number its place in the order of acceptance; grows, with gaps
 * @param object what it is about: items of one object are handled one after the other
 * @param stored what happened
 * @param acceptedAt when it was accepted, by the store's clock
 * @param failures how often handling it failed so far
 * @param firstFailedAt when it failed first; null before that
 * @param reason why it failed last; null before that
 * @param claim grows with each claim, so that a worker who lost the item cannot finish it
 */
public record InboxItem(
        String feed,
        long number,
        String object,
        StoredEvent stored,
        Instant acceptedAt,
        int failures,
        @Nullable Instant firstFailedAt,
        @Nullable String reason,
        long claim) {

    /**
     * What happened.
     *
     * @return read at the first call
     * @throws StateException CORRUPT when what is stored is no event
     */
    public CaseEvent event() {
        return stored.event();
    }

    /**
     * Identifies the item within its feed, also after it was parked.
     *
     * @return source and id of the event; its number where what is stored is no event
     */
    public String key() {
        try {
            return key(event());
        } catch (StateException unreadable) {
            return "unreadable item " + number;
        }
    }

    /**
     * Identifies an event within a feed.
     *
     * @param event the event
     * @return its source and id
     */
    public static String key(CaseEvent event) {
        return event.source() + "/" + event.id();
    }
}
