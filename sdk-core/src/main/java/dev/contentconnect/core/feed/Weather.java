package dev.contentconnect.core.feed;

import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the systems behind the handler are down, so that a whole backlog is not tried in vain: after failures over
 * three different objects in a row only one item at a time is tried, after growing waits, until one goes well. Belongs to
 * one thread.
 */
final class Weather {
    static final int OBJECTS = 3;

    private final TimeSource time;
    private final RetryPolicy backoff;
    private final Set<String> failing = new HashSet<>();
    private int waits;
    private long until;

    Weather(TimeSource time, RetryPolicy backoff) {
        this.time = time;
        this.backoff = backoff;
    }

    void cleared() {
        failing.clear();
        waits = 0;
    }

    void failed(String object, @Nullable Duration retryAfter) {
        if (failing.size() < OBJECTS) {
            failing.add(object);
        }
        long now = time.nanoTime();
        // Several that fail at once are one piece of news.
        if (isBad() && (waits == 0 || now - until >= 0)) {
            waits++;
            until = now + backoff.delay(waits, retryAfter).toNanos();
        }
    }

    boolean isBad() {
        return failing.size() >= OBJECTS;
    }

    /** How many items to claim, of so many that there is room for. */
    int allowed(int room, int held) {
        if (!isBad()) {
            return room;
        }
        return held == 0 && time.nanoTime() - until >= 0 ? Math.min(1, room) : 0;
    }

    /** How long until the next probe; zero or less when it may be made. */
    Duration wait(Duration otherwise) {
        return isBad() ? Duration.ofNanos(until - time.nanoTime()) : otherwise;
    }
}
