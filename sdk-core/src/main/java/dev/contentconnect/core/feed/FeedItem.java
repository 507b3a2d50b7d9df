package dev.contentconnect.core.feed;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.state.StateTransaction;
import java.util.function.Consumer;

/** One event in the hands of a {@link FeedHandler}. Belongs to the thread that handles it. */
public interface FeedItem {

    /**
     * What happened.
     *
     * @return the event
     */
    CaseEvent event();

    /**
     * Identifies this event in the feed: the same with every attempt, after every crash and on every host. The key of
     * effects that belong to this one event, such as a comment that tells of it. What must exist once for several events
     * has a key of its own: the copy of an asset by where it comes from, a case by its object and round, a publication by
     * its case.
     *
     * @return feed, source and id of the event; never blank
     */
    String key();

    /**
     * Which attempt this is.
     *
     * @return 1 for the first; failures that do not count, such as a system that was down, are not counted here either
     */
    int attempt();

    /**
     * Whether something of the same object that occurred later is handled already, as far as this runner remembers: events
     * may come late or out of order. A handler that sets a status looks at the present state then, or lets it be.
     *
     * @return true when it is late; false also says that nobody knows
     */
    boolean isLate();

    /**
     * Adds work that is committed together with the completion of this item: once, and only if this worker still has it.
     * What failed attempts add is dropped.
     *
     * @param work reads and writes through the transaction; may run again when transactions met, so it must change
     *     nothing else, and must be quick, for it shares the transaction with other items
     */
    void remember(Consumer<StateTransaction> work);
}
