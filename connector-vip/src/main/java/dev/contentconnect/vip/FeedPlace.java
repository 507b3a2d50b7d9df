package dev.contentconnect.vip;

import dev.contentconnect.core.feed.OverlapWindow;
import dev.contentconnect.core.page.Cursor;
import java.time.Duration;
import java.time.Instant;

/**
 * How far the feed was read: in the media library, and among the comments, which leave no trace there.
 *
 * @param media the window on the media library
 * @param comments the window on the comments
 */
record FeedPlace(OverlapWindow media, OverlapWindow comments) {
    private static final int REMEMBERED = 2_000;

    static FeedPlace startingAt(Instant start, Duration overlap) {
        OverlapWindow fresh = OverlapWindow.startingAt(start, overlap, REMEMBERED);
        return new FeedPlace(fresh, fresh);
    }

    Cursor cursor() {
        return Cursor.of(media.cursor().value() + "|" + comments.cursor().value());
    }

    /**
     * Reads a cursor back.
     *
     * @throws IllegalArgumentException when it is none of ours
     */
    static FeedPlace of(Cursor cursor, Duration overlap) {
        String[] parts = cursor.value().split("\\|", -1);
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new IllegalArgumentException("not a cursor of this feed");
        }
        return new FeedPlace(
                OverlapWindow.resume(Cursor.of(parts[0]), overlap, REMEMBERED),
                OverlapWindow.resume(Cursor.of(parts[1]), overlap, REMEMBERED));
    }
}
