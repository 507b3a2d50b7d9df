package dev.contentconnect.workflow;

import dev.contentconnect.core.page.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * What our page cursors hold: the index of the next item or the address of the next page, and the first id of the page
 * before. A service that knows no paging sends the same page again; its first id gives it away.
 *
 * @param offset index of the first item
 * @param link path and query of the next page, or null when only the index is known
 * @param previousFirst the first id of the page before, or null
 */
record PagePlace(
        int offset, @Nullable String link, @Nullable String previousFirst) {
    static final PagePlace START = new PagePlace(0, null, null);

    Cursor cursor() {
        return Cursor.of(
                "p1|" + offset + "|" + (link == null ? "" : link) + "|" + (previousFirst == null ? "" : previousFirst));
    }

    /**
     * Reads a cursor back.
     *
     * @throws IllegalArgumentException when it is none of ours
     */
    static PagePlace of(@Nullable Cursor cursor) {
        if (cursor == null) {
            return START;
        }
        String[] parts = cursor.value().split("\\|", 4);
        if (parts.length != 4 || !parts[0].equals("p1")) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        int offset = Integer.parseInt(parts[1]);
        return new PagePlace(offset, parts[2].isEmpty() ? null : parts[2], parts[3].isEmpty() ? null : parts[3]);
    }
}
