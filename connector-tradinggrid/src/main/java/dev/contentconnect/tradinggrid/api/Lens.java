package dev.contentconnect.tradinggrid.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Lens: documents and files on their way, {@code POST /visibility_transaction_search}. Metadata only; entries go after a
 * while. A question for an attribute that the company may not see is asked once more without it.
 */
public interface Lens {
    /**
     * Entries that answer a question. Lazy, by offset; beyond the configured depth by the date they are in order by, where
     * the question has a window of that date or none.
     *
     * @param query the question
     * @return the entries; what the service left out, with its words, is an issue
     * @throws dev.contentconnect.core.error.ConnectorException Rejected, also with the code {@code too_deep}; RateLimited,
     *     Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Paged<WireEntry> entries(LensQuery query);

    /**
     * Entries that answer a question, by a scroll whose place the service keeps: 1,000 a request. A request whose answer was
     * lost is not sent again, because it would pass over entries; a scroll that broke off, or of which somebody else took a
     * part, ends with a Conflict, and reading from the start begins another one.
     *
     * @param query the question; it has a window of time
     * @param name letters, digits and underscores that no other reader of the company uses
     * @return the entries; they can be read from the start only
     * @throws dev.contentconnect.core.error.ConnectorException Conflict with the code {@code scroll_broken} or
     *     {@code scroll_incomplete}; and as for {@link #entries}
     */
    Paged<WireEntry> scroll(LensQuery query, String name);

    /**
     * All entries of some processes: the useful message may stand on another entry than the failed one. Lazy.
     *
     * @param correlationIds the processes, at most 1,000; ids that are no plain words are passed over
     * @param select attributes that are asked for
     * @param contentKeys content keys that are asked for
     * @return the entries in the order of arrival
     */
    Paged<WireEntry> correlated(Collection<String> correlationIds, List<String> select, List<String> contentKeys);

    /**
     * Attributes that are not asked for: those of the configuration and those the service refused so far.
     *
     * @return their names
     */
    Set<String> withheld();
}
