package dev.contentconnect.vip;

import dev.contentconnect.core.page.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Where a list is. Items move up when others before them are deleted, and a count does not show it when as many were added
 * meanwhile, so the place also holds the last item that was handed out.
 *
 * @param position how many items of the list were passed
 * @param lastId the id of the last item handed out; 0 where it is no link to the next page
 */
record PagePlace(long position, long lastId) {
    private static final PagePlace FIRST = new PagePlace(0, 0);

    Cursor cursor() {
        return Cursor.of(position + "." + lastId);
    }

    /**
     * Reads a cursor back.
     *
     * @throws IllegalArgumentException when it is none of ours
     */
    static PagePlace of(@Nullable Cursor cursor) {
        if (cursor == null) {
            return FIRST;
        }
        String[] parts = cursor.value().split("\\.", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        PagePlace place = new PagePlace(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        if (place.position() < 0 || place.lastId() < 0) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        return place;
    }
}
