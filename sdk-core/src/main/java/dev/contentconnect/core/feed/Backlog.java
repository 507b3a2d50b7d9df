package dev.contentconnect.core.feed;

import dev.contentconnect.core.state.Inbox;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;

/**
 * How much is waiting, about: counted at most once a second, or when it looks as if that were too much, because counting
 * costs what is there. Safe for several threads.
 */
final class Backlog {
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final FeedOptions options;
    private final TimeSource time;
    private long count;
    private long countedAt;
    private boolean counted;
    private boolean plenty;

    Backlog(FeedOptions options) {
        this.options = options;
        this.time = options.time();
    }

    /** How much there is room for before a push is refused; 0 or less when there is none. */
    synchronized long room(Inbox inbox) {
        return options.backlogLimit() - size(inbox, options.backlogLimit());
    }

    /** How much there is room for before polling pauses. */
    synchronized long roomForPoll(Inbox inbox) {
        int limit = pollLimit();
        return limit - size(inbox, limit);
    }

    /** Whether it pays to poll again after a pause, as far as is known without asking: other hosts take from it too. */
    synchronized boolean isHalfEmpty() {
        return count <= pollLimit() / 2;
    }

    /** What waits behind a failure, or behind another item of its object, keeps nobody busy. */
    private int pollLimit() {
        return plenty ? options.enough() : options.backlogLimit();
    }

    /**
     * Something was claimed.
     *
     * @param all whether it was as much as was asked for
     */
    synchronized void claimed(boolean all) {
        plenty = all;
    }

    private long size(Inbox inbox, int limit) {
        long now = time.nanoTime();
        if (!counted || count >= limit || now - countedAt >= FRESH) {
            count = inbox.status().backlog();
            countedAt = now;
            counted = true;
        }
        return count;
    }

    synchronized void came(int events) {
        count += events;
    }

    synchronized void left(int items) {
        count = Math.max(0, count - items);
    }
}
