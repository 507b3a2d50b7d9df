package dev.contentconnect.core.feed;

import dev.contentconnect.core.state.Inbox;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;

/**
 * How much is waiting, about: counted at most once a second, or when it looks as if the limit were reached, because
 * counting costs what is there. Safe for several threads.
 */
final class Backlog {
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final TimeSource time;
    private final int limit;
    private long count;
    private long countedAt;
    private boolean counted;

    Backlog(TimeSource time, int limit) {
        this.time = time;
        this.limit = limit;
    }

    synchronized long size(Inbox inbox) {
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
