package dev.contentconnect.aprimo.api;

import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.core.page.Paged;

/**
 * The index of records. It lags behind by seconds to minutes; a record that was just saved is read by its id. Its totals are
 * rough, so none are given.
 */
public interface Search {
    /**
     * All records that fit, oldest first. Goes on from the last date and not by page number, so it may run over any number of
     * records while others are made and changed: none that is there all the time is told twice or left out. Lazy: each page is
     * one request. Records made in the same moment that fill more than a page are gone through by number.
     *
     * @param term what to look for; {@link SearchTerm#EVERYTHING} for a full export
     * @param select which parts of the records
     * @param pageSize records per request, 1–1000
     * @return the records; throws RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable, Rejected
     */
    Paged<WireRecord> records(SearchTerm term, Select select, int pageSize);

    /**
     * All records that fit, the one whose change lies back furthest first, in the same way. What changes meanwhile moves to the
     * end and is told again.
     *
     * @param term what to look for
     * @param select which parts of the records
     * @param pageSize records per request, 1–1000
     * @return the records
     */
    Paged<WireRecord> byChange(SearchTerm term, Select select, int pageSize);

    /**
     * Records that fit, by page number, in an order of the caller's. For the first pages only: further on, what changes
     * meanwhile moves records to pages that were read before.
     *
     * @param term what to look for
     * @param sort the name of a field, with a dash before it for the other direction, or empty for the service's own order
     * @param select which parts of the records
     * @param pageSize records per request, 1–1000
     * @return the records
     */
    Paged<WireRecord> sorted(SearchTerm term, String sort, Select select, int pageSize);
}
