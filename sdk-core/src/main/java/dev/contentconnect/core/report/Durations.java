package dev.contentconnect.core.report;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Collects durations: as they are up to a limit, and beyond it as counts of buckets so narrow that a bucket's middle,
 * rounded to a nanosecond, is within 1 % of all it holds. Two collections can be put together.
 */
final class Durations {
    private static final double ERROR = 0.009;
    private static final double GAMMA = (1 + ERROR) / (1 - ERROR);
    private static final double LOG_GAMMA = Math.log(GAMMA);

    private final int limit;
    private long[] exact = new long[8];
    private long @Nullable [] buckets;
    private long count;
    private long max;
    private Duration total = Duration.ZERO;

    Durations(int limit) {
        this.limit = limit;
    }

    void add(Duration duration) {
        long nanos = nanos(duration);
        count++;
        max = Math.max(max, nanos);
        total = total.plusNanos(nanos);
        if (buckets != null) {
            buckets[bucket(nanos)]++;
        } else if (count > limit) {
            spread()[bucket(nanos)]++;
        } else {
            if (count > exact.length) {
                exact = Arrays.copyOf(exact, Math.min(limit, exact.length * 2));
            }
            exact[(int) count - 1] = nanos;
        }
    }

    void addAll(Durations other) {
        if (other.buckets == null) {
            for (int i = 0; i < other.count; i++) {
                add(Duration.ofNanos(other.exact[i]));
            }
            return;
        }
        long[] own = buckets == null ? spread() : buckets;
        for (int i = 0; i < own.length; i++) {
            own[i] += other.buckets[i];
        }
        count += other.count;
        max = Math.max(max, other.max);
        total = total.plus(other.total);
    }

    TimeSummary summary() {
        if (count == 0) {
            return TimeSummary.NONE;
        }
        return new TimeSummary(count, quantile(50), quantile(90), Duration.ofNanos(max), total, buckets == null);
    }

    /** The smallest duration that at least so many per cent do not exceed. */
    Duration quantile(int percent) {
        long rank = (count * percent + 99) / 100;
        if (buckets == null) {
            long[] sorted = Arrays.copyOf(exact, (int) count);
            Arrays.sort(sorted);
            return Duration.ofNanos(sorted[(int) rank - 1]);
        }
        int at = 0;
        for (long below = buckets[0]; below < rank; below += buckets[at]) {
            at++;
        }
        return Duration.ofNanos(Math.min(max, middle(at)));
    }

    /** Moves what was collected so far into buckets. */
    private long[] spread() {
        long[] made = new long[bucket(Long.MAX_VALUE) + 1];
        int known = (int) Math.min(count, Math.min(limit, exact.length));
        for (int i = 0; i < known; i++) {
            made[bucket(exact[i])]++;
        }
        exact = new long[0];
        buckets = made;
        return made;
    }

    private static int bucket(long nanos) {
        return nanos == 0 ? 0 : 1 + (int) Math.ceil(Math.log((double) nanos) / LOG_GAMMA);
    }

    private static long middle(int bucket) {
        return bucket == 0 ? 0 : Math.round(2 * Math.pow(GAMMA, bucket - 1) / (GAMMA + 1));
    }

    private static long nanos(Duration duration) {
        try {
            return Math.max(0, duration.toNanos());
        } catch (ArithmeticException longerThanThreeCenturies) {
            return duration.isNegative() ? 0 : Long.MAX_VALUE;
        }
    }
}
