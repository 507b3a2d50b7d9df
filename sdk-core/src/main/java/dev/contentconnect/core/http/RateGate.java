package dev.contentconnect.core.http;

import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls through no faster than a system allows: a token bucket that serves callers in the order they came, slows
 * down by half when the system throttles us all the same, and recovers step by step. One gate belongs to one credential;
 * connectors that share a credential share the gate. Safe for several threads.
 */
public final class RateGate {
    private static final double SLOWEST = 1.0 / 64;
    private static final double RECOVERY_STEP = 0.05;
    private static final long ADAPT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ReentrantLock lock = new ReentrantLock(true);
    private final TimeSource time;
    private final double fullRate;
    private final double burst;

    private volatile double rate;
    private long nextSlot;
    private volatile long pausedUntil;
    private long adaptedAt;

    /**
     * A gate.
     *
     * @param perSecond how many requests a second; more than 0
     * @param burst how many may go at once after a pause; 1 or more
     * @param time the clock
     */
    public RateGate(double perSecond, int burst, TimeSource time) {
        if (!(perSecond > 0) || burst < 1) {
            throw new IllegalArgumentException("a gate needs a rate above 0 and a burst of 1 or more");
        }
        this.time = time;
        this.fullRate = perSecond;
        this.rate = perSecond;
        this.burst = burst;
        long now = time.nanoTime();
        this.nextSlot = now - (long) (burst * 1e9 / perSecond);
        this.pausedUntil = now;
        this.adaptedAt = now - ADAPT_NANOS;
    }

    /**
     * Waits for a turn.
     *
     * @param deadline on {@code TimeSource.nanoTime()}; {@link Long#MAX_VALUE} for none
     * @return true when it is our turn, false when it would not come before the deadline; then no turn is used up
     * @throws InterruptedException when interrupted while waiting
     */
    public boolean acquire(long deadline) throws InterruptedException {
        while (true) {
            long slot = reserve(deadline);
            if (slot == Long.MIN_VALUE) {
                return false;
            }
            long wait = slot - time.nanoTime();
            if (wait > 0) {
                time.sleep(Duration.ofNanos(wait));
            }
            if (!isPaused()) {
                return true;
            }
            // The system throttled us while we waited: get in line again, behind the pause.
        }
    }

    /**
     * Notes that the system throttled a request.
     *
     * @param retryAfter how long it asked to wait, or null
     */
    public void throttled(@Nullable Duration retryAfter) {
        lock.lock();
        try {
            long now = time.nanoTime();
            if (now - adaptedAt >= ADAPT_NANOS) {
                rate = Math.max(fullRate * SLOWEST, rate / 2);
                adaptedAt = now;
            }
            long pause = retryAfter == null ? interval() : Math.min(retryAfter.toNanos(), TimeUnit.MINUTES.toNanos(1));
            pausedUntil = Math.max(pausedUntil, now + pause);
            nextSlot = Math.max(nextSlot, pausedUntil);
        } finally {
            lock.unlock();
        }
    }

    /** Notes that the system took a request without throttling. */
    public void succeeded() {
        if (rate >= fullRate) {
            return;
        }
        lock.lock();
        try {
            long now = time.nanoTime();
            if (rate < fullRate && now - adaptedAt >= ADAPT_NANOS) {
                rate = Math.min(fullRate, rate + fullRate * RECOVERY_STEP);
                adaptedAt = now;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * The rate at present.
     *
     * @return requests a second, at most the rate the gate was made with
     */
    public double currentRate() {
        return rate;
    }

    private long reserve(long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long earliest = time.nanoTime() - (long) ((burst - 1) * interval());
            long slot = Math.max(nextSlot, earliest);
            if (deadline != Long.MAX_VALUE && slot - deadline > 0) {
                return Long.MIN_VALUE;
            }
            nextSlot = slot + interval();
            return slot;
        } finally {
            lock.unlock();
        }
    }

    private boolean isPaused() {
        return pausedUntil - time.nanoTime() > 0;
    }

    private long interval() {
        return (long) (1e9 / rate);
    }
}
