package dev.contentconnect.core.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Reads the spellings of date and time that vendors use, and writes one.
 *
 * <p>Understood are ISO 8601 with {@code T} or a blank, seconds and fraction optional, a fraction of any length, and
 * {@code Z}, {@code +hh:mm}, {@code +hhmm}, {@code +hh} or no zone at all, a date alone, and the date of HTTP headers.
 */
public final class Timestamps {
    private static final DateTimeFormatter MILLIS = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .toFormatter(java.util.Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Timestamps() {}

    /**
     * Reads a point in time; one without a zone is taken as UTC.
     *
     * @param text for example {@code 2026-11-21T10:15:30.123+0000}
     * @return the instant; digits beyond nanoseconds are dropped
     * @throws DateTimeException when it is none of the spellings
     */
    public static Instant parse(String text) {
        return parse(text, ZoneOffset.UTC);
    }

    /**
     * Reads a point in time.
     *
     * @param text for example {@code 2026-11-21T10:15:30}
     * @param zone of a text that does not name one
     * @return the instant; digits beyond nanoseconds are dropped
     * @throws DateTimeException when it is none of the spellings
     */
    public static Instant parse(String text, ZoneId zone) {
        // Page decoding spends up to a third of its time on dates when DateTimeFormatter reads them; this does not.
        Instant quick = IsoReader.read(text, zone);
        return quick != null ? quick : slowly(text.strip(), zone);
    }

    /**
     * Reads a point in time of a system that may not tell one; one without a zone is taken as UTC.
     *
     * @param text what the system says, or null
     * @return the instant, or null where the text is missing, blank or none of the spellings
     */
    public static @Nullable Instant read(@Nullable String text) {
        return read(text, ZoneOffset.UTC);
    }

    /**
     * Reads a point in time of a system that may not tell one.
     *
     * @param text what the system says, or null
     * @param zone of a text that does not name one
     * @return the instant, or null where the text is missing, blank or none of the spellings
     */
    public static @Nullable Instant read(@Nullable String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return parse(text, zone);
        } catch (DateTimeException | ArithmeticException odd) {
            return null;
        }
    }

    /**
     * Writes a point in time the way every system we know reads it.
     *
     * @param instant the instant
     * @return UTC with milliseconds, for example {@code 2026-11-21T10:15:30.123Z}
     */
    public static String format(Instant instant) {
        return MILLIS.format(instant);
    }

    private static Instant slowly(String text, ZoneId zone) {
        Instant quick = IsoReader.read(text, zone);
        if (quick != null) {
            return quick;
        }
        if (text.length() <= 10) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notIso) {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        }
    }
}
