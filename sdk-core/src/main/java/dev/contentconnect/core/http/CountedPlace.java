package dev.contentconnect.core.http;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.page.Cursor;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list whose pages are asked for by number or offset. It carries the print of the page before, because a
 * system that passes the number over sends the same page for ever.
 *
 * @param number the page or offset to ask for
 * @param seen how many items came before
 * @param print of the items of the page before; empty at the beginning
 */
public record CountedPlace(long number, long seen, String print) {
    /** No list of this kind is longer; a number that grows without an end is a mistake of the system. */
    private static final long MAX_NUMBER = 100_000_000;

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}):([0-9]{1,12}):([0-9a-f]{0,16})");

    /**
     * The place that a cursor names.
     *
     * @param errors makes the failure
     * @param operation what is attempted
     * @param cursor what {@link #after} gave, or null for the beginning
     * @param first the number of the first page
     * @return the place
     * @throws ConnectorException Rejected when it is a cursor of another list
     */
    public static CountedPlace of(LocalErrors errors, String operation, @Nullable Cursor cursor, long first) {
        if (cursor == null) {
            return new CountedPlace(first, 0, "");
        }
        Matcher parts = FORM.matcher(cursor.value());
        if (!parts.matches()) {
            throw errors.rejected(operation, null, "not a cursor of this list");
        }
        return new CountedPlace(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), parts.group(3));
    }

    /**
     * The cursor of the next page.
     *
     * @param errors makes the failure
     * @param operation what is attempted
     * @param items of this page
     * @param next the number or offset of the next page
     * @return the cursor
     * @throws ConnectorException Undecodable when this page is the one before once more
     */
    public Cursor after(LocalErrors errors, String operation, List<?> items, long next) {
        String now = items.isEmpty() ? "" : print(items);
        if (!now.isEmpty() && now.equals(print)) {
            throw errors.undecodable(operation, "the list goes in a circle: the system passes the page's number over");
        }
        if (next > MAX_NUMBER) {
            throw errors.undecodable(operation, "more pages than a list can have");
        }
        return Cursor.of(next + ":" + (seen + items.size()) + ":" + now);
    }

    private static String print(List<?> items) {
        return Checksum.sha256Of(Json.encodeWithNulls(items)).hex().substring(0, 16);
    }
}
