package dev.contentconnect.core.json;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a system hands out its lists as JSON.
 *
 * @param kind how the next page is found
 * @param parameter the query parameter for the page's number, the offset or the cursor; null where there is none
 * @param first the number of the first page, 0 or 1 as a rule
 * @param next JSON pointer to the next link or cursor; null where there is none
 * @param size the query parameter for the number of items a request; null where the system has none
 * @param total JSON pointer to the number of all items; null where the system does not say
 */
public record JsonPaging(
        Kind kind,
        @Nullable String parameter,
        int first,
        @Nullable String next,
        @Nullable String size,
        @Nullable String total) {

    /** How the next page is found. */
    public enum Kind {
        /** There is one page only. */
        NONE,
        /** By its number; an empty page is the end, or the total where it is mapped. */
        PAGE,
        /** By the number of items before it; the end as for {@link #PAGE}. */
        OFFSET,
        /** By a link in the answer; no link is the end. */
        NEXT_LINK,
        /** By a text in the answer that is sent back; no text is the end. */
        CURSOR
    }

    /**
     * One page only.
     *
     * @return the way
     */
    public static JsonPaging none() {
        return new JsonPaging(Kind.NONE, null, 0, null, null, null);
    }

    /**
     * By number.
     *
     * @param parameter the query parameter for it
     * @param first the number of the first page
     * @return the way
     */
    public static JsonPaging byPage(String parameter, int first) {
        return new JsonPaging(Kind.PAGE, parameter, first, null, null, null);
    }

    /**
     * By the number of items before.
     *
     * @param parameter the query parameter for it
     * @return the way
     */
    public static JsonPaging byOffset(String parameter) {
        return new JsonPaging(Kind.OFFSET, parameter, 0, null, null, null);
    }

    /**
     * By a link in the answer, absolute or not, which must stay on the same host.
     *
     * @param next JSON pointer to it
     * @return the way
     */
    public static JsonPaging byNextLink(String next) {
        return new JsonPaging(Kind.NEXT_LINK, null, 0, next, null, null);
    }

    /**
     * By a text in the answer that is sent back.
     *
     * @param next JSON pointer to it
     * @param parameter the query parameter to send it in
     * @return the way
     */
    public static JsonPaging byCursor(String next, String parameter) {
        return new JsonPaging(Kind.CURSOR, parameter, 0, next, null, null);
    }

    /**
     * What this way needs and does not have, for a configuration to name.
     *
     * @return {@code parameter}, {@code next}, both or none
     */
    public Set<String> lacks() {
        Set<String> out = new LinkedHashSet<>();
        boolean sent = kind == Kind.PAGE || kind == Kind.OFFSET || kind == Kind.CURSOR;
        if (sent && (parameter == null || parameter.isBlank())) {
            out.add("parameter");
        }
        if ((kind == Kind.NEXT_LINK || kind == Kind.CURSOR) && next == null) {
            out.add("next");
        }
        return out;
    }

    /**
     * The same way, saying how many items a request may give.
     *
     * @param name the query parameter for it
     * @return a copy
     */
    public JsonPaging withSize(@Nullable String name) {
        return new JsonPaging(kind, parameter, first, next, name, total);
    }

    /**
     * The same way, knowing where the number of all items stands.
     *
     * @param pointer JSON pointer to it
     * @return a copy
     */
    public JsonPaging withTotal(@Nullable String pointer) {
        return new JsonPaging(kind, parameter, first, next, size, pointer);
    }
}
