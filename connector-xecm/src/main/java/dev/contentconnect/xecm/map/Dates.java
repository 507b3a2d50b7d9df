package dev.contentconnect.xecm.map;

import dev.contentconnect.core.time.Timestamps;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the dates of Content Server. One answer may hold a date with a zone, one without, a day as midnight and
 * an empty text for none.
 *
 * @param zone the zone of dates without one: the time of the server
 */
public record Dates(ZoneId zone) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.000", Locale.ROOT);

    /**
     * A moment.
     *
     * @param text as the server sends it
     * @return null for none, and for what is no date
     */
    public @Nullable Instant instant(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        try {
            if (stripped.length() == 8) {
                return LocalDate.parse(stripped, DateTimeFormatter.BASIC_ISO_DATE)
                        .atStartOfDay(zone)
                        .toInstant();
            }
            return Timestamps.parse(stripped, zone);
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    /**
     * A day, as date attributes hold it: whatever time comes with it is no part of it.
     *
     * @param text as the server sends it
     * @return null for none, and for what is no date
     */
    public @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.strip().length() < 10) {
            Instant moment = instant(text);
            return moment == null ? null : moment.atZone(zone).toLocalDate();
        }
        try {
            return LocalDate.parse(text.strip().substring(0, 10));
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    /**
     * A moment for an attribute with date and time.
     *
     * @param moment the moment
     * @return the server's own time, to the second, without a zone
     */
    public String attribute(Instant moment) {
        return MOMENT.format(moment.atZone(zone));
    }

    /**
     * A moment for the due date of a workflow.
     *
     * @param moment the moment
     * @return with a blank where others have a T
     */
    public String due(Instant moment) {
        return DUE.format(moment.atZone(zone));
    }

    /**
     * A day for filters by day.
     *
     * @param moment the moment
     * @return the server's day
     */
    public LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
