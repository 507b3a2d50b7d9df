package dev.contentconnect.core.testkit;

import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still until somebody sleeps or moves it. Sleeping takes no real time. Safe for several threads. */
public final class FakeClock implements TimeSource {
    private final long origin = System.nanoTime();
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

    /** Grows with the real monotonic clock's origin, so that deadlines compare with real ones. */
    @Override
    public synchronized long nanoTime() {
        return origin + passed;
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
