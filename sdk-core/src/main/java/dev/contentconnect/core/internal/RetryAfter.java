package dev.contentconnect.core.internal;

import dev.contentconnect.core.http.HttpReply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the Retry-After header: seconds, fractions of seconds, or a date; anything else is as if it were not there. */
public final class RetryAfter {
    private static final long MAX_SECONDS = Duration.ofDays(1).toSeconds();

    private RetryAfter() {}

    /**
     * The hint in an answer.
     *
     * @param reply the answer; a date is measured against its own Date header, so that clocks need not agree
     * @return 0 to 24 hours, or null when there is no usable hint
     */
    public static @Nullable Duration of(HttpReply reply) {
        Optional<String> header = reply.header("Retry-After").map(String::strip);
        if (header.isEmpty() || header.get().isEmpty()) {
            return null;
        }
        String text = header.get();
        try {
            double seconds = Character.isDigit(text.charAt(0)) ? Double.parseDouble(text) : Double.NaN;
            if (!Double.isNaN(seconds)) {
                return Duration.ofMillis((long) (Math.min(seconds, (double) MAX_SECONDS) * 1_000));
            }
        } catch (NumberFormatException notANumber) {
            return null;
        }
        Instant until = date(text);
        if (until == null) {
            return null;
        }
        Instant now = reply.header("Date").map(RetryAfter::date).orElse(Instant.now());
        long seconds =
                Math.max(0, Math.min(MAX_SECONDS, Duration.between(now, until).toSeconds()));
        return Duration.ofSeconds(seconds);
    }

    private static @Nullable Instant date(String text) {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException garbage) {
            return null;
        }
    }
}
