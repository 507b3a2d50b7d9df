package dev.contentconnect.core.feed;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.state.InboxItem;
import dev.contentconnect.core.state.StateTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An item while it is being handled. */
final class OpenItem implements FeedItem {
    private final InboxItem item;
    private final boolean late;
    private final List<Consumer<StateTransaction>> works = new ArrayList<>();
    private boolean closed;

    OpenItem(InboxItem item, boolean late) {
        this.item = item;
        this.late = late;
    }

    @Override
    public CaseEvent event() {
        return item.event();
    }

    @Override
    public String key() {
        return prefix(item.feed()) + item.key();
    }

    /** What the key of an item has in front of its key within the feed. */
    static String prefix(String feed) {
        return feed + "/";
    }

    @Override
    public int attempt() {
        return item.failures() + 1;
    }

    @Override
    public boolean isLate() {
        return late;
    }

    @Override
    public synchronized void remember(Consumer<StateTransaction> work) {
        if (closed) {
            throw new IllegalStateException("the handler has returned");
        }
        works.add(work);
    }

    synchronized List<Consumer<StateTransaction>> close() {
        closed = true;
        return List.copyOf(works);
    }

    /** Names no more than the key: events may hold what is nobody's business. */
    @Override
    public String toString() {
        return key();
    }
}
