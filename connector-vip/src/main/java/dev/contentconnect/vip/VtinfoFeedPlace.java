package dev.contentconnect.vip;

import dev.contentconnect.core.page.Cursor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader of the feed is.
 *
 * @param id of the snapshots
 * @param generation the generation of changes it is in; 0 before the first
 * @param told how many changes of that generation were told
 */
record VtinfoFeedPlace(String id, long generation, int told) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})\\.([0-9]{1,18})\\.([0-9]{1,9})");

    Cursor cursor() {
        return Cursor.of(id + "." + generation + "." + told);
    }

    /** Reads a cursor back; null when it is none of ours. */
    static @Nullable VtinfoFeedPlace of(Cursor cursor) {
        Matcher parts = FORM.matcher(cursor.value());
        return parts.matches()
                ? new VtinfoFeedPlace(parts.group(1), Long.parseLong(parts.group(2)), Integer.parseInt(parts.group(3)))
                : null;
    }
}
