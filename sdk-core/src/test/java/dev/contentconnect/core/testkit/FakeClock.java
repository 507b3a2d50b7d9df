package dev.contentconnect.core.testkit;

import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still until somebody sleeps or moves it. Sleeping takes no real time. Safe for several threads. */
public final class FakeClock implements TimeSource {
    /** Far from the machine's own count, so that whoever mixes the two is found out. */
    private static final long ORIGIN = -7_000_000_000_000_000_000L;

    private final Instant start;
    private final List<Duration> sleeps = new ArrayList<>();
    private long passed;

    /**
     * A clock.
     *
     * @param start the first present
     */
    public FakeClock(Instant start) {
        this.start = start;
    }

    @Override
    public synchronized Instant now() {
        return start.plusNanos(passed);
    }

    @Override
    public synchronized long nanoTime() {
        return ORIGIN + passed;
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sleeps.add(duration);
        passed += Math.max(0, duration.toNanos());
    }

    /**
     * Moves the clock on.
     *
     * @param duration how far
     */
    public synchronized void advance(Duration duration) {
        passed += duration.toNanos();
    }

    /**
     * How long others slept, in order.
     *
     * @return a copy
     */
    public synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }
}
