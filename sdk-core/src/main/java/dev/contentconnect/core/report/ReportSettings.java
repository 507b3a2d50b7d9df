package dev.contentconnect.core.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a report is about.
 *
 * @param asOf the moment the report describes: what is open then is open, and what occurred later is left out
 * @param since figures count what came to its end at this time or later; null for the whole history. Earlier events are
 *     still read, because cases that end in the period began before it
 * @param zone where a day begins at midnight
 * @param limits how much is kept in memory and listed
 */
public record ReportSettings(Instant asOf, @Nullable Instant since, ZoneId zone, ReportLimits limits) {

    /**
     * Makes settings.
     *
     * @param asOf the moment the report describes
     * @param since the first moment that counts; null for the whole history
     * @param zone where a day begins at midnight
     * @param limits how much is kept in memory and listed
     * @throws IllegalArgumentException when {@code since} is after {@code asOf}
     */
    public ReportSettings {
        if (since != null && since.isAfter(asOf)) {
            throw new IllegalArgumentException("a period begins before it ends");
        }
    }

    /**
     * The whole history up to a moment, in UTC, with the usual limits.
     *
     * @param asOf the moment, usually the present
     * @return settings
     */
    public static ReportSettings asOf(Instant asOf) {
        return new ReportSettings(asOf, null, ZoneOffset.UTC, ReportLimits.DEFAULT);
    }

    /**
     * Counts only what came to its end at a time or later.
     *
     * @param since the first moment that counts
     * @return other settings
     */
    public ReportSettings since(Instant since) {
        return new ReportSettings(asOf, since, zone, limits);
    }

    /**
     * Sets where a day begins at midnight.
     *
     * @param zone the zone of the readers
     * @return other settings
     */
    public ReportSettings in(ZoneId zone) {
        return new ReportSettings(asOf, since, zone, limits);
    }

    /**
     * Sets how much is kept in memory and listed.
     *
     * @param limits the limits
     * @return other settings
     */
    public ReportSettings within(ReportLimits limits) {
        return new ReportSettings(asOf, since, zone, limits);
    }

    /** Whether what came to its end then counts. */
    boolean counts(Instant at) {
        return since == null || !at.isBefore(since);
    }
}
