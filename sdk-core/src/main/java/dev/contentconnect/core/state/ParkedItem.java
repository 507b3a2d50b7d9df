package dev.contentconnect.core.state;

import dev.contentconnect.core.model.CaseEvent;
import java.time.Instant;

/**
 * An item that could not be handled and waits for somebody.
 *
 * @param feed the feed it came from; never blank
 * @param key identifies it within the feed; never blank
 * @param object what it is about: a replay takes its turn among the items of this object; never blank
 * @param payload the item in its canonical JSON form, so that it can be handled again without the system
 * @param reason why it failed last
 * @param attempts how often it failed
 * @param firstFailedAt when it failed first
 * @param lastFailedAt when it failed last
 */
public record ParkedItem(
        String feed,
        String key,
        String object,
        String payload,
        String reason,
        int attempts,
        Instant firstFailedAt,
        Instant lastFailedAt) {

    /**
     * Makes an item.
     *
     * @param feed the feed it came from; never blank
     * @param key identifies it within the feed; never blank
     * @param object what it is about; never blank
     * @param payload the item in its canonical JSON form, so that it can be handled again without the system
     * @param reason why it failed last
     * @param attempts how often it failed
     * @param firstFailedAt when it failed first
     * @param lastFailedAt when it failed last
     * @throws IllegalArgumentException when {@code feed}, {@code key} or {@code object} is blank
     */
    public ParkedItem {
        if (feed.isBlank() || key.isBlank() || object.isBlank()) {
            throw new IllegalArgumentException("a parked item has a feed, a key and an object");
        }
    }

    /**
     * The event that was put aside.
     *
     * @return read anew with each call
     * @throws StateException CORRUPT when {@link #payload()} is no event
     */
    public CaseEvent event() {
        return Stored.event(payload, "parked item " + key + " of feed " + feed);
    }
}
