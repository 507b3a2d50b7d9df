package dev.contentconnect.core.report;

import java.time.Duration;

/**
 * How long something took. A quantile is the smallest of the durations that at least this share of them does not exceed
 * (nearest rank), so it is always one that occurred.
 *
 * @param count of how many durations; all others are zero when there is none
 * @param median half of them took no longer
 * @param p90 nine in ten took no longer
 * @param max the longest
 * @param total all together
 * @param exact whether the quantiles are exact; otherwise they are off by 1 % at most. Count, longest and total always are
 */
public record TimeSummary(long count, Duration median, Duration p90, Duration max, Duration total, boolean exact) {
    /** Of nothing. */
    public static final TimeSummary NONE =
            new TimeSummary(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, true);

    /**
     * The arithmetic mean.
     *
     * @return rounded down to nanoseconds; zero of nothing
     */
    public Duration mean() {
        return count == 0 ? Duration.ZERO : total.dividedBy(count);
    }
}
