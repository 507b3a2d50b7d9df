package dev.contentconnect.core.http;

import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.util.TreeSet;
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
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** A long upload says little of how long other calls take. */
    private static final long LONGEST_SAMPLE = TimeUnit.SECONDS.toNanos(10);

    // Held for nanoseconds: handing it over in order would cost a switch of threads for each call. Numbers keep the
    // order.
    private final ReentrantLock lock = new ReentrantLock();
    private final TimeSource time;
    private final double fullRate;
    private final double burst;

    // Callers draw numbers; the time of each number follows from one anchor. So a pause or another rate moves all who
    // wait, and nobody changes places.
    private double rate;
    private long anchorNumber;
    private long anchorTime;
    private long nextNumber;
    private long adaptedAt;

    /** How long answers take, smoothed. */
    private long typical;

    /** Numbers before {@code nextNumber} whose callers have left without their turn. */
    private final TreeSet<Long> left = new TreeSet<>();

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
        this.anchorTime = now - (long) (burst * 1e9 / perSecond);
        this.adaptedAt = now - ADAPT_NANOS;
    }

    /**
     * Waits for a turn.
     *
     * @param deadline on {@code TimeSource.nanoTime()}; {@link Long#MAX_VALUE} for none
     * @return true when it is our turn, false when it would not come before the deadline, with time left for an answer as far
     *     as earlier ones tell. Who leaves without a turn, that way or interrupted, takes none from those who come later
     * @throws InterruptedException when interrupted while waiting
     */
    public boolean acquire(long deadline) throws InterruptedException {
        long latest = latest(deadline);
        long number = draw(latest);
        if (number < 0) {
            return false;
        }
        boolean served = false;
        try {
            while (true) {
                long slot = timeOf(number);
                long wait = slot - time.nanoTime();
                if (wait <= 0) {
                    served = true;
                    return true;
                }
                if (isTooLate(slot, latest)) {
                    // A pause came while we waited.
                    return false;
                }
                // In steps: the rate may rise meanwhile.
                time.sleep(Duration.ofNanos(Math.min(wait, LOOK_NANOS)));
            }
        } finally {
            if (!served) {
                giveBack(number);
            }
        }
    }

    /**
     * The last moment for a turn. Who is let through with no time left is sent in vain; where more is asked for than the system
     * allows, everybody would wait that long, and nobody would be answered any more.
     */
    private long latest(long deadline) {
        if (deadline == Long.MAX_VALUE) {
            return deadline;
        }
        lock.lock();
        try {
            long left = Math.max(0, deadline - time.nanoTime());
            return deadline - Math.min(2 * typical, left / 2);
        } finally {
            lock.unlock();
        }
    }

    long now() {
        return time.nanoTime();
    }

    /**
     * Learns how long the system takes.
     *
     * @param sent when the request went out, by {@link #now}
     * @param ended whether there was an answer; what broke off took at least that long
     */
    void took(long sent, boolean ended) {
        lock.lock();
        try {
            long sample = Math.min(LONGEST_SAMPLE, time.nanoTime() - sent);
            if (ended || sample > typical) {
                typical += (sample - typical) / 8;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Gives back the last numbers once nobody holds them; a number in the middle stays a gap of one turn. */
    private void giveBack(long number) {
        lock.lock();
        try {
            left.headSet(anchorNumber).clear();
            if (number >= anchorNumber) {
                left.add(number);
            }
            while (!left.isEmpty() && left.last() == nextNumber - 1) {
                left.pollLast();
                nextNumber--;
            }
        } finally {
            lock.unlock();
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
            anchorAtFirstWaiting(now);
            if (now - adaptedAt >= ADAPT_NANOS) {
                rate = Math.max(fullRate * SLOWEST, rate / 2);
                adaptedAt = now;
            }
            long pause = retryAfter == null ? interval() : Math.min(retryAfter.toNanos(), TimeUnit.MINUTES.toNanos(1));
            anchorTime = Math.max(anchorTime, now + pause);
        } finally {
            lock.unlock();
        }
    }

    /** Notes that the system took a request without throttling. */
    public void succeeded() {
        lock.lock();
        try {
            long now = time.nanoTime();
            if (rate < fullRate && now - adaptedAt >= ADAPT_NANOS) {
                anchorAtFirstWaiting(now);
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
        lock.lock();
        try {
            return rate;
        } finally {
            lock.unlock();
        }
    }

    /** The next number, or -1 when its time would be after the deadline. */
    private long draw(long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long earliest = time.nanoTime() - (long) ((burst - 1) * interval());
            if (timeOf(nextNumber) < earliest) {
                anchorNumber = nextNumber;
                anchorTime = earliest;
            }
            return isTooLate(timeOf(nextNumber), deadline) ? -1 : nextNumber++;
        } finally {
            lock.unlock();
        }
    }

    private static boolean isTooLate(long slot, long deadline) {
        return deadline != Long.MAX_VALUE && slot - deadline > 0;
    }

    private long timeOf(long number) {
        lock.lock();
        try {
            return anchorTime + (number - anchorNumber) * interval();
        } finally {
            lock.unlock();
        }
    }

    /** Moves the anchor, without moving any time, to the first number whose time is still to come. */
    private void anchorAtFirstWaiting(long now) {
        long passed = anchorTime > now ? 0 : (now - anchorTime) / interval() + 1;
        long first = Math.min(nextNumber, anchorNumber + passed);
        anchorTime = timeOf(first);
        anchorNumber = first;
    }

    private long interval() {
        return Math.max(1, (long) (1e9 / rate));
    }
}
