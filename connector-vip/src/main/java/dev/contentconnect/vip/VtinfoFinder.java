package dev.contentconnect.vip;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.vip.api.FinderList;
import dev.contentconnect.vip.api.FinderLookup;
import dev.contentconnect.vip.api.Outlet;
import dev.contentconnect.vip.api.OutletQuery;

/**
 * Brand Finder in its own words: which outlets sold a product. Read-only, and to be called from a server only, because its
 * secret signs each request. Safe for several threads.
 *
 * <p>No capability of {@code core.spi} stands for it: they speak of assets, rights, cases, partners and deliveries, and an
 * outlet is none of these. It was sent nothing, it is no partner with an entitlement, and it has no identity to refer to. What
 * flows want of it is how many outlets there are, for reports on reach; {@code outlets(query).stream().count()} tells.
 *
 * <p>An empty list is an answer as a rule, not a failure: outlets count only while they sold the product lately, and VIP may
 * leave out classes of trade.
 */
public interface VtinfoFinder extends AutoCloseable {

    /**
     * Makes a client. Never touches the network.
     *
     * @param config how to reach the service
     * @return a client, open
     */
    static VtinfoFinder create(VtinfoFinderConfig config) {
        return new HttpVtinfoFinder(config);
    }

    /**
     * Finds outlets. Lazy: each page is one request, made when reached.
     *
     * @param query where and for what to look
     * @return the outlets in the service's order; what could not be read of one is an issue
     * @throws IllegalArgumentException when no secret is configured for the implementation that the query names
     * @throws dev.contentconnect.core.error.ConnectorException while iterating: Unauthenticated for signature or clock,
     *     Rejected for what the service objects to, RateLimited, Unavailable, TimedOut, Undecodable
     */
    Paged<Outlet> outlets(OutletQuery query);

    /**
     * One of the lists that searches are made of. Kept for the configured time; any number of callers wait for one request.
     *
     * @param list which
     * @return the list, at most as old as that time
     * @throws IllegalArgumentException when no secret is configured for the implementation that the list names
     * @throws dev.contentconnect.core.error.ConnectorException as for {@link #outlets}
     */
    FinderLookup lookup(FinderList list);

    /** Ends the client: later calls fail. */
    @Override
    void close();
}
