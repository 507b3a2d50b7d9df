package dev.contentconnect.core.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How cases went.
 *
 * @param openBefore open when the period began
 * @param opened began in the period
 * @param resolved came to their end in the period
 * @param cancelled were stopped before their end in the period
 * @param open open at the moment of the report, those dropped from tracking included
 * @param turnaround from opening to end, of those that ended in the period and whose opening is known, cancelled ones
 *     left out
 * @param distribution the same, counted by length; every length of the scale is there
 * @param onHold time on hold of these, of those that ever were
 * @param byType turnaround by kind of case (the step of the opening event)
 * @param outcomes how many were resolved with which word
 * @param withoutOpening ended in the period, but no event says when they began; not in any other figure
 * @param decided ended in the period with at least one decision about them
 * @param sentBack of these, with at least one decision that was no: {@code rejected}, {@code changes_requested} or
 *     {@code expired}
 */
public record CaseFigures(
        long openBefore,
        long opened,
        long resolved,
        long cancelled,
        long open,
        TimeSummary turnaround,
        List<LengthCount> distribution,
        TimeSummary onHold,
        Map<String, TimeSummary> byType,
        Map<String, Long> outcomes,
        long withoutOpening,
        long decided,
        long sentBack) {

    /**
     * How many cases took so long.
     *
     * @param upTo no longer than this and longer than the step before; null for all that took longer than any step
     * @param count how many
     */
    public record LengthCount(
            @org.jspecify.annotations.Nullable Duration upTo, long count) {}

    /**
     * Makes the value; collections are copied.
     *
     * @param openBefore open when the period began
     * @param opened began in the period
     * @param resolved came to their end in the period
     * @param cancelled were stopped before their end in the period
     * @param open open at the moment of the report
     * @param turnaround from opening to end
     * @param distribution the same, counted by length
     * @param onHold time on hold of these
     * @param byType turnaround by kind of case
     * @param outcomes how many were resolved with which word
     * @param withoutOpening ended, but no event says when they began
     * @param decided ended with at least one decision about them
     * @param sentBack of these, with at least one that was no
     */
    public CaseFigures {
        distribution = List.copyOf(distribution);
        byType = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(byType));
        outcomes = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(outcomes));
    }

    /**
     * How many cases were open at some time in the period.
     *
     * @return those open before and those opened
     */
    public long inPeriod() {
        return openBefore + opened;
    }
}
