package dev.contentconnect.core.state;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a {@link StateStore} remembers, as of one moment. Belongs to one thread and ends with the work it was given to. */
public interface StateView {

    /**
     * How far a feed was read.
     *
     * @param feed the name the flow gave it
     * @return the cursor, or nothing before the first commit
     */
    Optional<Cursor> cursor(String feed);

    /**
     * One tie.
     *
     * @param from one end
     * @param type what the tie means
     * @param to the other end
     * @return the tie, or nothing
     */
    Optional<StateLink> link(SourceRef from, String type, SourceRef to);

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
     * Items put aside.
     *
     * @param feed of which feed
     * @param limit at most so many
     * @return oldest first
     */
    List<ParkedItem> parked(String feed, int limit);

    /**
     * Walks through the audit trail in the order of recording, without holding it in memory.
     *
     * @param query which entries
     * @param consumer is given each entry
     */
    void trail(TrailQuery query, Consumer<TrailEntry> consumer);

    /**
     * Where the audit trail ends.
     *
     * @return the number and hash of its last entry
     */
    TrailHead trailHead();
}
