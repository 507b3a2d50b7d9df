package dev.contentconnect.core.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a piece of work is. Parts that are null are left as they are.
 *
 * @param key chosen by the caller; the same key again changes nothing
 * @param status the new status, in the words of the system that takes the report
 * @param percent how much is done, 0–100
 * @param dueAt when it is now expected
 * @param late whether it is later than promised; shown to people where the system has a place for it
 * @param note what happened, for people
 */
public record Progress(
        String key,
        @Nullable String status,
        @Nullable Integer percent,
        @Nullable Instant dueAt,
        boolean late,
        @Nullable String note) {

    /**
     * Makes the value.
     *
     * @param key chosen by the caller; the same key again changes nothing
     * @param status the new status, in the words of the system that takes the report
     * @param percent how much is done, 0–100
     * @param dueAt when it is now expected
     * @param late whether it is later than promised
     * @param note what happened, for people
     * @throws IllegalArgumentException when {@code key} is blank or {@code percent} outside 0–100
     */
    public Progress {
        if (key.isBlank()) {
            throw new IllegalArgumentException("key must not be blank");
        }
        if (percent != null && (percent < 0 || percent > 100)) {
            throw new IllegalArgumentException("percent must be 0 to 100: " + percent);
        }
    }

    /**
     * A change of status.
     *
     * @param key chosen by the caller; the same key again changes nothing
     * @param status the new status, in the words of the system that takes the report
     * @param note what happened, or null
     * @return the report
     * @throws IllegalArgumentException when {@code key} is blank
     */
    public static Progress status(String key, String status, @Nullable String note) {
        return new Progress(key, status, null, null, false, note);
    }
}
