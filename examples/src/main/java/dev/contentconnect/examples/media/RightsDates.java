package dev.contentconnect.examples.media;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Turns the dates of a rights window into instants. A year, month or day counts from its first moment to its last; what
 * states no offset is UTC. All methods throw {@link DateTimeException} for what is no date.
 */
final class RightsDates {
    private static final DateTimeFormatter IPTC_DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter IPTC_TIME = DateTimeFormatter.ofPattern("HHmmssxx");

    private RightsDates() {}

    /** Reads an XMP date as a beginning. */
    static Instant start(String date) {
        return switch (date.length()) {
            case 4 -> midnight(Year.parse(date).atDay(1));
            case 7 -> midnight(YearMonth.parse(date).atDay(1));
            case 10 -> midnight(LocalDate.parse(date));
            default -> moment(date);
        };
    }

    /** Reads an XMP date as an end, which is the first moment after the year, month or day that it names. */
    static Instant end(String date) {
        return switch (date.length()) {
            case 4 -> midnight(Year.parse(date).plusYears(1).atDay(1));
            case 7 -> midnight(YearMonth.parse(date).plusMonths(1).atDay(1));
            case 10 -> midnight(LocalDate.parse(date).plusDays(1));
            default -> moment(date);
        };
    }

    /** Reads an IPTC-IIM date, {@code CCYYMMDD}, and time, {@code HHMMSS±HHMM}, as a beginning. */
    static Instant iptcStart(String date, @Nullable String time) {
        LocalDate day = LocalDate.parse(date, IPTC_DATE);
        return time == null ? midnight(day) : at(day, time);
    }

    /** Reads an IPTC-IIM date and time as an end. */
    static Instant iptcEnd(String date, @Nullable String time) {
        LocalDate day = LocalDate.parse(date, IPTC_DATE);
        return time == null ? midnight(day.plusDays(1)) : at(day, time);
    }

    private static Instant at(LocalDate day, String time) {
        return OffsetTime.parse(time, IPTC_TIME).atDate(day).toInstant();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant moment(String date) {
        boolean zoned = date.endsWith("Z") || date.lastIndexOf('+') > 10 || date.lastIndexOf('-') > 10;
        return zoned
                ? OffsetDateTime.parse(date).toInstant()
                : LocalDateTime.parse(date).toInstant(ZoneOffset.UTC);
    }
}
