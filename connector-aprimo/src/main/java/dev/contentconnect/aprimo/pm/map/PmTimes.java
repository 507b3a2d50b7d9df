package dev.contentconnect.aprimo.pm.map;

import dev.contentconnect.core.time.Timestamps;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as the service writes them: without a zone. */
public final class PmTimes {
    private PmTimes() {}

    /**
     * Reads a time.
     *
     * @param text the time, or null
     * @param zone its zone, where it says none
     * @return the moment, or null where it cannot be read
     */
    public static @Nullable Instant read(@Nullable String text, ZoneId zone) {
        return Timestamps.read(text, zone);
    }

    /**
     * Writes a moment.
     *
     * @param at the moment
     * @param zone the zone of the service
     * @return the time, in whole seconds, without a zone
     */
    public static String write(Instant at, ZoneId zone) {
        return LocalDateTime.ofInstant(at, zone)
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", java.util.Locale.ROOT));
    }
}
