package dev.contentconnect.core.retry;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many repetitions all calls together may make: each takes from it, each success puts a little back. When a system is
 * down, the quota runs out and calls fail at their first attempt instead of multiplying the load. Safe for several
 * threads.
 */
public final class RetryQuota {
    private static final int COST = 5;

    private final int capacity;
    private final AtomicInteger available;

    /**
     * A full quota.
     *
     * @param repetitions how many repetitions in a row it allows without a success; 0 or more
     */
    public RetryQuota(int repetitions) {
        if (repetitions < 0) {
            throw new IllegalArgumentException("repetitions must not be negative: " + repetitions);
        }
        this.capacity = Math.multiplyExact(repetitions, COST);
        this.available = new AtomicInteger(capacity);
    }

    /**
     * What suits most systems.
     *
     * @return 100 repetitions; five successes earn one back
     */
    public static RetryQuota standard() {
        return new RetryQuota(100);
    }

    /**
     * Takes one repetition.
     *
     * @return whether there was one left
     */
    public boolean take() {
        int before = available.getAndUpdate(now -> now >= COST ? now - COST : now);
        return before >= COST;
    }

    /** Puts a little back after a success. */
    public void give() {
        if (available.get() < capacity) {
            available.updateAndGet(now -> Math.min(capacity, now + 1));
        }
    }
}
