package dev.contentconnect.core.time;

import java.time.Duration;
import java.time.Instant;

/** The present, and the way to wait for a later one. Implementations are safe for use by several threads. */
public interface TimeSource {

    /**
     * The machine's own time.
     *
     * @return wall clock, monotonic clock and {@code Thread.sleep}
     */
    static TimeSource system() {
        return SystemTime.INSTANCE;
    }

    /**
     * The wall-clock time.
     *
     * @return now
     */
    Instant now();

    /**
     * A steadily growing count for measuring durations, as {@link System#nanoTime()}.
     *
     * @return nanoseconds since an arbitrary origin
     */
    long nanoTime();

    /**
     * Waits.
     *
     * @param duration how long; zero or less returns at once, or throws when interrupted
     * @throws InterruptedException when the thread is interrupted before or while it waits
     */
    void sleep(Duration duration) throws InterruptedException;
}
