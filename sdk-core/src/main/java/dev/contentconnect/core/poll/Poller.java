package dev.contentconnect.core.poll;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Asks again and again until a long job has ended, with waits that grow and a limit on the whole. Immutable and safe for
 * several threads.
 */
public final class Poller {
    private final TimeSource time;
    private final Duration firstWait;
    private final Duration longestWait;
    private final double growth;
    private final Duration maxWait;

    private Poller(TimeSource time, Duration firstWait, Duration longestWait, double growth, Duration maxWait) {
        if (!isPositive(firstWait) || longestWait.compareTo(firstWait) < 0 || !isPositive(maxWait)) {
            throw new IllegalArgumentException("waits must be more than zero, the longest at least the first");
        }
        if (!(growth >= 1) || Double.isInfinite(growth)) {
            throw new IllegalArgumentException("growth must be 1 or more: " + growth);
        }
        this.time = time;
        this.firstWait = firstWait;
        this.longestWait = longestWait;
        this.growth = growth;
        this.maxWait = maxWait;
    }

    /**
     * What suits jobs of some seconds to some minutes.
     *
     * @param time the clock
     * @return a poller that waits 1 s, then half as long again each time up to 15 s, and gives up after 10 minutes
     */
    public static Poller standard(TimeSource time) {
        return new Poller(time, Duration.ofSeconds(1), Duration.ofSeconds(15), 1.5, Duration.ofMinutes(10));
    }

    /**
     * The same poller with other waits.
     *
     * @param first between the first and the second look; more than zero
     * @param longest upper bound of every wait; at least {@code first}
     * @param factor by which each wait is longer than the one before; 1 for even waits
     * @return a copy
     */
    public Poller waits(Duration first, Duration longest, double factor) {
        return new Poller(time, first, longest, factor, maxWait);
    }

    /**
     * The same poller with another limit on the whole.
     *
     * @param limit more than zero
     * @return a copy
     */
    public Poller maxWait(Duration limit) {
        return new Poller(time, firstWait, longestWait, growth, limit);
    }

    /**
     * Waits until a job has ended, well or not: what the end means is for the caller to say. Looks at once, and a last
     * time when the limit is reached.
     *
     * @param system the connector's short name, for the message
     * @param operation what is awaited, for example {@code exports.await}
     * @param job the job's id, for the message; not a secret
     * @param look asks for the present state; usually one request
     * @param ended whether a state is final
     * @param <T> the state
     * @return the final state
     * @throws ConnectorException what {@code look} throws, at once; TimedOut, naming the job, when the limit is reached;
     *     Cancelled when interrupted, with the interrupt flag kept
     */
    public <T> T await(
            String system, String operation, String job, Supplier<? extends T> look, Predicate<? super T> ended) {
        long start = time.nanoTime();
        double wait = (double) firstWait.toNanos();
        for (int looks = 1; ; looks++) {
            T state = look.get();
            if (ended.test(state)) {
                return state;
            }
            long left = maxWait.toNanos() - (time.nanoTime() - start);
            if (left <= 0) {
                throw new ConnectorException(new ConnectorError.TimedOut(
                        trace(system, operation, looks, "job " + job + " has not ended within " + maxWait)));
            }
            try {
                time.sleep(Duration.ofNanos(Math.min(left, (long) wait)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ConnectorException(
                        new ConnectorError.Cancelled(
                                trace(system, operation, looks, "interrupted while waiting for job " + job)),
                        e);
            }
            wait = Math.min((double) longestWait.toNanos(), wait * growth);
        }
    }

    private static Trace trace(String system, String operation, int looks, String message) {
        return new Trace(system, operation, null, 0, null, message, null, looks, Delivery.ANSWERED);
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isZero() && !duration.isNegative();
    }
}
