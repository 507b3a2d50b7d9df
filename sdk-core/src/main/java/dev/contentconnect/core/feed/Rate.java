package dev.contentconnect.core.feed;

import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;

/** Counts per second over the last minute. Safe for several threads. */
final class Rate {
    private static final int SECONDS = 60;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final TimeSource time;
    private final long start;
    private final long[] counts = new long[SECONDS];
    private long current;

    Rate(TimeSource time) {
        this.time = time;
        this.start = time.nanoTime();
    }

    synchronized void add(int count) {
        forward();
        counts[(int) (current % SECONDS)] += count;
    }

    synchronized double perSecond() {
        forward();
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return (double) sum / Math.min(SECONDS, current + 1);
    }

    private void forward() {
        long now = (time.nanoTime() - start) / SECOND;
        for (long step = Math.max(current + 1, now - SECONDS + 1); step <= now; step++) {
            counts[(int) (step % SECONDS)] = 0;
        }
        current = Math.max(current, now);
    }
}
