package dev.contentconnect.core.state;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One piece of work on a {@link StateStore}. Belongs to one thread and ends with the work. */
public interface StateTransaction {

    /**
     * How far a feed was handled.
     *
     * @param feed the name the flow gave it
     * @return the cursor, or nothing before the first commit
     */
    Optional<Cursor> cursor(String feed);

    /**
     * Moves a feed on.
     *
     * @param feed the name the flow gave it
     * @param expected the cursor from which the work began; null for none
     * @param next the cursor up to which everything is handled or parked
     * @throws StateException when the feed stands elsewhere by now: another worker was faster, and nothing of this
     *     transaction is written, even where the work catches this
     */
    void moveCursor(String feed, @Nullable Cursor expected, Cursor next);

    /**
     * Claims a key: the first one to do so gets true, for ever.
     *
     * @param scope the flow or feed the key belongs to
     * @param key what identifies the happening
     * @param at when it was handled, for later clean-up
     * @return whether the key is new
     */
    boolean claimKey(String scope, String key, Instant at);

    /**
     * Forgets keys that are too old to come again.
     *
     * @param scope the flow or feed
     * @param before keys handled earlier than this are dropped
     * @return how many
     */
    int forgetKeys(String scope, Instant before);

    /**
     * Ties two objects together, or replaces what is remembered about the tie. Ties have a direction and a type; an
     * object may have any number.
     *
     * @param link the tie with the fingerprint last written
     */
    void putLink(StateLink link);

    /**
     * Cuts a tie; cutting what is not there changes nothing.
     *
     * @param from one end
     * @param type what the tie means
     * @param to the other end
     */
    void removeLink(SourceRef from, String type, SourceRef to);

    /**
     * Ties of one type that begin at an object.
     *
     * @param from the object
     * @param type what the tie means
     * @return ordered by the other end
     */
    List<StateLink> linksFrom(SourceRef from, String type);

    /**
     * Ties of one type that end at an object.
     *
     * @param to the object
     * @param type what the tie means
     * @return ordered by the other end
     */
    List<StateLink> linksTo(SourceRef to, String type);

    /**
     * Puts an item aside that could not be handled, or notes a further failure of one that is aside.
     *
     * @param item with everything that a replay needs
     */
    void park(ParkedItem item);

    /**
     * Items put aside.
     *
     * @param feed of which feed
     * @param limit at most so many
     * @return oldest first
     */
    List<ParkedItem> parked(String feed, int limit);

    /**
     * Takes an item back in, after it was handled.
     *
     * @param feed of which feed
     * @param key the item's key
     * @return whether it was there
     */
    boolean unpark(String feed, String key);

    /**
     * Adds to the audit trail. Events are never changed or removed; the same id of the same source is kept once.
     *
     * @param event what happened
     * @return whether it is new
     */
    boolean append(CaseEvent event);

    /**
     * Walks through the audit trail in the order of appending, without holding it in memory.
     *
     * @param consumer is given each event
     */
    void trail(Consumer<CaseEvent> consumer);
}
