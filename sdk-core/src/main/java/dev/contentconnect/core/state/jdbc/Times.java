package dev.contentconnect.core.state.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Time as it is stored. The store's own time is milliseconds since 1970; a caller's is text, so that nothing is cut off. */
final class Times {
    // Always nine digits, so that the order of the texts is the order of the times.
    private static final DateTimeFormatter TEXT =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();
    private static final long CENTURIES = Duration.ofDays(365_000).toMillis();

    private Times() {}

    static String text(Instant time) {
        return TEXT.format(time);
    }

    static long millis(Instant time) {
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException farAway) {
            return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    /** The end of something that lasts; a part of a millisecond counts as a whole one. */
    static long end(long now, Duration duration) {
        Duration most = Duration.ofMillis(CENTURIES);
        return now
                + (duration.compareTo(most) > 0
                        ? CENTURIES
                        : duration.plusNanos(999_999).toMillis());
    }
}
