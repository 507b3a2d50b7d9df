package dev.contentconnect.vip;

import dev.contentconnect.core.feed.OverlapFeed;
import dev.contentconnect.core.feed.OverlapWindow;
import dev.contentconnect.core.page.Cursor;

/**
 * How far the feed was read: in the media library, and among the comments, which leave no trace there.
 *
 * @param media the window on the media library
 * @param comments the window on the comments
 */
record FeedPlace(OverlapWindow media, OverlapWindow comments) {

    Cursor cursor() {
        return Cursor.of(media.cursor().value() + "|" + comments.cursor().value());
    }

    /** Reads a cursor back; Rejected when it is none of this feed. */
    static FeedPlace of(Cursor cursor, OverlapFeed feed) {
        String[] parts = cursor.value().split("\\|", 2);
        boolean two = parts.length == 2 && !parts[1].isEmpty();
        return new FeedPlace(
                feed.resume(two && !parts[0].isEmpty() ? Cursor.of(parts[0]) : cursor),
                feed.resume(two ? Cursor.of(parts[1]) : cursor));
    }
}
