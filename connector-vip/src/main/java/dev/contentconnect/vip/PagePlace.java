package dev.contentconnect.vip;

import dev.contentconnect.core.page.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Where a list is. Pages are counted from 1, and items move up when others before them are deleted, so the place also holds
 * how many there were and, for lists in the order of ids, the last one that was handed out.
 *
 * @param page the next page
 * @param lastId the highest id handed out
 * @param total how many items there were, or -1 where the server did not say
 */
record PagePlace(int page, long lastId, long total) {
    private static final PagePlace FIRST = new PagePlace(1, 0, -1);

    /** How many fewer items there are than before; 0 at the beginning. */
    int vanished(long now) {
        return page == 1 || total < 0 || now < 0 ? 0 : (int) Math.max(0, Math.min(total - now, Integer.MAX_VALUE));
    }

    PagePlace back(int pages) {
        return new PagePlace(Math.max(1, page - pages), lastId, total);
    }

    Cursor cursor() {
        return Cursor.of(page + "." + lastId + "." + total);
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
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        int page = Integer.parseInt(parts[0]);
        if (page < 1) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        return new PagePlace(page, Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
}
