package dev.contentconnect.vip;

import dev.contentconnect.core.page.Cursor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a list of portfolios is.
 *
 * @param sourceCode the portfolio
 * @param spool the spool it is read from; 0 for none yet
 * @param offset where in the spool
 * @param count how many assets of the portfolio were handed out
 */
record VtinfoPlace(String sourceCode, long spool, long offset, long count) {
    private static final Pattern FORM =
            Pattern.compile("([0-9A-Za-z-]{5,60})/([0-9]{1,18})/([0-9]{1,18})/([0-9]{1,18})");

    static VtinfoPlace beginning(String sourceCode) {
        return new VtinfoPlace(sourceCode, 0, 0, 0);
    }

    Cursor cursor() {
        return Cursor.of(sourceCode + "/" + spool + "/" + offset + "/" + count);
    }

    /** Reads a cursor back; null when it is none of ours. */
    static @Nullable VtinfoPlace of(Cursor cursor) {
        Matcher parts = FORM.matcher(cursor.value());
        return parts.matches()
                ? new VtinfoPlace(
                        parts.group(1),
                        Long.parseLong(parts.group(2)),
                        Long.parseLong(parts.group(3)),
                        Long.parseLong(parts.group(4)))
                : null;
    }
}
