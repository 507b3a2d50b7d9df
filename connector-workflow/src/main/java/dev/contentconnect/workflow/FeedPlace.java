package dev.contentconnect.workflow;

import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.time.Timestamps;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the feed's cursors hold: the time of the newest event handed out, and stand-ins for the events of the overlap
 * window that were handed out already.
 *
 * @param until the time of the newest event, or null at the beginning
 * @param seen short hashes of event ids
 */
record FeedPlace(@Nullable Instant until, Set<String> seen) {
    /** Beyond this the oldest outside the overlap window are forgotten; those inside it never. */
    static final int MAX_SEEN = 5_000;

    static final FeedPlace BEGINNING = new FeedPlace(null, Set.of());

    Cursor cursor() {
        return Cursor.of("f1|" + (until == null ? "" : Timestamps.format(until)) + "|" + String.join(",", seen));
    }

    /**
     * Reads a cursor back.
     *
     * @throws IllegalArgumentException when it is none of ours
     */
    static FeedPlace of(@Nullable Cursor cursor) {
        if (cursor == null) {
            return BEGINNING;
        }
        String[] parts = cursor.value().split("\\|", -1);
        if (parts.length != 3 || !parts[0].equals("f1")) {
            throw new IllegalArgumentException("not a cursor of this feed");
        }
        try {
            Instant until = parts[1].isEmpty() ? null : Timestamps.parse(parts[1]);
            Set<String> seen = parts[2].isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(parts[2].split(",", -1)));
            return new FeedPlace(until, seen);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a cursor of this feed", e);
        }
    }
}
