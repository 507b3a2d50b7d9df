package dev.contentconnect.examples.flows.xi;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Days and moments as systems write them: {@code 2031-06-01} in one is {@code 2031-06-01T00:00:00Z} in the next. */
final class Days {
    private Days() {}

    /**
     * Whether two texts say the same day, or the same moment; what is neither is compared as text. A midnight is its day,
     * wherever it is midnight.
     */
    static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeException noDay) {
            return moment(text);
        }
    }

    private static String moment(String text) {
        try {
            OffsetDateTime at = OffsetDateTime.parse(text);
            return isMidnight(at.toLocalTime())
                    ? at.toLocalDate().toString()
                    : at.toInstant().toString();
        } catch (DateTimeException noOffset) {
            return local(text);
        }
    }

    /** Without an offset: that of the world. */
    private static String local(String text) {
        try {
            LocalDateTime at = LocalDateTime.parse(text);
            return isMidnight(at.toLocalTime())
                    ? at.toLocalDate().toString()
                    : at.toInstant(ZoneOffset.UTC).toString();
        } catch (DateTimeException anyText) {
            return text;
        }
    }

    private static boolean isMidnight(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT);
    }
}
