package dev.contentconnect.core.state;

import dev.contentconnect.core.model.CaseEvent;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events of one feed between acceptance and completion. What is accepted stays until it is {@linkplain #done done} or
 * {@linkplain #park parked}, however often workers die in between. Part of a {@link StateTransaction} and of no use
 * after it.
 *
 * <p>Items of one object are given out in the order of acceptance, and never to two workers at a time. Time is the
 * store's, as with {@link Leases}.
 */
public interface Inbox {

    /**
     * Accepts an event, unless the feed has seen it before, handled or not: see {@link StateTransaction#claimKey}, with
     * the feed's name as scope and {@link InboxItem#key(CaseEvent)} as key.
     *
     * @param event what happened
     * @param object what it is about; items of one object are handled one after the other. Never blank
     * @return whether the event is new
     */
    boolean accept(CaseEvent event, String object);

    /**
     * Accepts several events, in this order, as {@link #accept(CaseEvent, String)} does one by one. Quicker where the store
     * is a server.
     *
     * @param arrivals what happened
     * @return how many are new
     */
    default int accept(List<Arrival> arrivals) {
        int fresh = 0;
        for (Arrival arrival : arrivals) {
            fresh += accept(arrival.event(), arrival.object()) ? 1 : 0;
        }
        return fresh;
    }

    /**
     * An event that comes in.
     *
     * @param stored what happened
     * @param object what it is about; items of one object are handled one after the other. Never blank
     */
    record Arrival(StoredEvent stored, String object) {

        /**
         * Makes an arrival.
         *
         * @param stored what happened
         * @param object what it is about; never blank
         * @throws IllegalArgumentException when {@code object} is blank
         */
        public Arrival {
            if (object.isBlank()) {
                throw new IllegalArgumentException("an item is about an object");
            }
        }

        /**
         * Makes an arrival.
         *
         * @param event what happened
         * @param object what it is about; never blank
         * @throws IllegalArgumentException when {@code object} is blank
         */
        public Arrival(CaseEvent event, String object) {
            this(StoredEvent.of(event), object);
        }

        /**
         * What happened.
         *
         * @return the event
         */
        public CaseEvent event() {
            return stored.event();
        }
    }

    /**
     * Claims items that nobody holds and that are due. An item is given out only together with, or after, all earlier
     * items of its object, and not while a later one is still held; so those of one object come in order and must be
     * handled in that order. Who gives an item back gives back the later ones of its object as well.
     *
     * @param worker who claims; different for each worker, also for two in one process
     * @param limit at most so many; 1 or more
     * @param hold for how long nobody else gets them; more than zero. Extend it, or finish in time
     * @return the items, oldest first; empty when there is nothing to do. Whether one can be read shows when its event is
     *     asked for
     */
    List<InboxItem> claim(String worker, int limit, Duration hold);

    /**
     * Holds everything that a worker has claimed longer.
     *
     * @param worker who claimed
     * @param hold for how long from now; more than zero
     * @return how many items that are
     */
    int extend(String worker, Duration hold);

    /**
     * Completes an item: it does not come again.
     *
     * @param item what {@link #claim} gave
     * @throws StateException FENCED when the item is in other hands by now; nothing of this transaction is written,
     *     even where the work catches this. A store may find out at the end of the transaction only
     */
    void done(InboxItem item);

    /**
     * Gives an item back to be claimed again. Later items of its object wait for it.
     *
     * @param item what {@link #claim} gave
     * @param failures the count to remember: one more when it failed, the item's own when it was not tried or when the
     *     failure does not count
     * @param delay not before this has passed; zero for at once
     * @param reason why it failed, kept with the time of the first failure; null when it was not tried
     * @throws StateException FENCED, as {@link #done}
     */
    void release(InboxItem item, int failures, Duration delay, @Nullable String reason);

    /**
     * Puts an item aside with everything that a replay needs. Later items of its object no longer wait for it.
     *
     * @param item what {@link #claim} gave
     * @param reason why it is not tried again
     * @throws StateException FENCED, as {@link #done}
     */
    void park(InboxItem item, String reason);

    /**
     * Takes a parked item back in, behind whatever its object has waiting, with no failures counted.
     *
     * @param key the key of the parked item
     * @return whether it was there
     * @throws StateException CORRUPT when the item does not hold an event that can be read
     */
    boolean replay(String key);

    /**
     * How much is left to do.
     *
     * @return counts
     */
    InboxStatus status();
}
