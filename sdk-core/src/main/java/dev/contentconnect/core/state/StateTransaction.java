package dev.contentconnect.core.state;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work on a {@link StateStore}. Belongs to one thread and ends with the work. It reads what it wrote itself.
 */
public interface StateTransaction extends StateView {

    /**
     * Moves a feed on.
     *
     * @param feed the name the flow gave it
     * @param expected the cursor from which the work began; null for none
     * @param next the cursor up to which everything is accepted, handled or parked
     * @throws StateException CONFLICT when the feed stands elsewhere by now: another worker was faster, and nothing of
     *     this transaction is written, even where the work catches this
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
     * Ties two objects together, or replaces what is remembered about the tie, whoever wrote it last. Ties have a
     * direction and a type; an object may have any number.
     *
     * @param link the tie with the fingerprint last written
     */
    void putLink(StateLink link);

    /**
     * Ties two objects together, or replaces what is remembered about the tie, unless somebody else did meanwhile.
     *
     * @param expected what the work read, or null when it found no tie; only its version is compared
     * @param next the tie with the fingerprint last written; the same ends and type
     * @throws StateException CONFLICT when the tie is another by now; nothing of this transaction is written, even where
     *     the work catches this
     * @throws IllegalArgumentException when {@code next} is not about the same ends and type, or has the same version
     */
    void replaceLink(@Nullable StateLink expected, StateLink next);

    /**
     * Cuts a tie; cutting what is not there changes nothing.
     *
     * @param from one end
     * @param type what the tie means
     * @param to the other end
     */
    void removeLink(SourceRef from, String type, SourceRef to);

    /**
     * Puts an item aside that could not be handled, or notes a further failure of one that is aside. For items of an
     * inbox use {@link Inbox#park}.
     *
     * @param item with everything that a replay needs
     */
    void park(ParkedItem item);

    /**
     * Drops an item that was put aside, after it was handled elsewhere. To handle it again use {@link Inbox#replay}.
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
     * Events between acceptance and completion.
     *
     * @param feed the name the flow gave the feed; never blank
     * @return the inbox of this feed, within this transaction
     */
    Inbox inbox(String feed);

    /**
     * Leases of several workers.
     *
     * @return the leases, within this transaction
     */
    Leases leases();
}
