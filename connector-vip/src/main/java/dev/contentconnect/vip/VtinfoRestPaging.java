package dev.contentconnect.vip;

import org.jspecify.annotations.Nullable;

/**
 * How a private REST interface hands out its lists.
 *
 * @param kind how the next page is found
 * @param parameter the query parameter for the page's number, the offset or the cursor; null where there is none
 * @param first the number of the first page, 0 or 1 as a rule
 * @param next JSON pointer to the next link or cursor; null where there is none
 * @param size the query parameter for the number of items a request; null where the interface has none
 * @param total JSON pointer to the number of all items; null where the interface does not say
 */
public record VtinfoRestPaging(
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
    public static VtinfoRestPaging none() {
        return new VtinfoRestPaging(Kind.NONE, null, 0, null, null, null);
    }

    /**
     * By number.
     *
     * @param parameter the query parameter for it
     * @param first the number of the first page
     * @return the way
     */
    public static VtinfoRestPaging byPage(String parameter, int first) {
        return new VtinfoRestPaging(Kind.PAGE, parameter, first, null, null, null);
    }

    /**
     * By the number of items before.
     *
     * @param parameter the query parameter for it
     * @return the way
     */
    public static VtinfoRestPaging byOffset(String parameter) {
        return new VtinfoRestPaging(Kind.OFFSET, parameter, 0, null, null, null);
    }

    /**
     * By a link in the answer, absolute or not, which must stay on the same host.
     *
     * @param next JSON pointer to it
     * @return the way
     */
    public static VtinfoRestPaging byNextLink(String next) {
        return new VtinfoRestPaging(Kind.NEXT_LINK, null, 0, next, null, null);
    }

    /**
     * By a text in the answer that is sent back.
     *
     * @param next JSON pointer to it
     * @param parameter the query parameter to send it in
     * @return the way
     */
    public static VtinfoRestPaging byCursor(String next, String parameter) {
        return new VtinfoRestPaging(Kind.CURSOR, parameter, 0, next, null, null);
    }

    /**
     * The same way, saying how many items a request may give.
     *
     * @param name the query parameter for it
     * @return a copy
     */
    public VtinfoRestPaging withSize(@Nullable String name) {
        return new VtinfoRestPaging(kind, parameter, first, next, name, total);
    }

    /**
     * The same way, knowing where the number of all items stands.
     *
     * @param pointer JSON pointer to it
     * @return a copy
     */
    public VtinfoRestPaging withTotal(@Nullable String pointer) {
        return new VtinfoRestPaging(kind, parameter, first, next, size, pointer);
    }
}
