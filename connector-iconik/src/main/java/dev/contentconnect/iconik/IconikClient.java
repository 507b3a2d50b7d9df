package dev.contentconnect.iconik;

import dev.contentconnect.iconik.api.Acls;
import dev.contentconnect.iconik.api.Approvals;
import dev.contentconnect.iconik.api.Assets;
import dev.contentconnect.iconik.api.Collections;
import dev.contentconnect.iconik.api.CustomActions;
import dev.contentconnect.iconik.api.Files;
import dev.contentconnect.iconik.api.Jobs;
import dev.contentconnect.iconik.api.Metadata;
import dev.contentconnect.iconik.api.Relations;
import dev.contentconnect.iconik.api.Search;
import dev.contentconnect.iconik.api.Segments;
import dev.contentconnect.iconik.api.Shares;
import dev.contentconnect.iconik.api.Users;
import dev.contentconnect.iconik.api.Webhooks;

/**
 * iconik in its own words. Every call is one request, unless it says otherwise, and throws
 * {@link dev.contentconnect.core.error.ConnectorException}: NotFound, Rejected, Conflict, RateLimited, Unauthenticated,
 * Forbidden, Unavailable, TimedOut, Undecodable. Safe for several threads. An interface, so that hosts can fake it.
 *
 * @see <a href="https://app.iconik.io/docs/reference.html">iconik: API reference, snapshot of 2025-05</a>
 */
public interface IconikClient extends AutoCloseable {
    /**
     * A client over HTTP. Never touches the network.
     *
     * @param config how to reach iconik
     * @return a client, ready for use
     */
    static IconikClient create(IconikConfig config) {
        return new HttpIconikClient(config);
    }

    /**
     * Assets, versions, history.
     *
     * @return the calls
     */
    Assets assets();

    /**
     * Requests for decisions, and decisions.
     *
     * @return the calls
     */
    Approvals approvals();

    /**
     * Fields, views and values.
     *
     * @return the calls
     */
    Metadata metadata();

    /**
     * Collections and their contents.
     *
     * @return the calls
     */
    Collections collections();

    /**
     * The index.
     *
     * @return the calls
     */
    Search search();

    /**
     * Comments and other segments.
     *
     * @return the calls
     */
    Segments segments();

    /**
     * Relations between assets.
     *
     * @return the calls
     */
    Relations relations();

    /**
     * Shares.
     *
     * @return the calls
     */
    Shares shares();

    /**
     * Formats, files, proxies, keyframes and storages.
     *
     * @return the calls
     */
    Files files();

    /**
     * Who may do what.
     *
     * @return the calls
     */
    Acls acls();

    /**
     * Long work.
     *
     * @return the calls
     */
    Jobs jobs();

    /**
     * Entries in the menus of the user interface.
     *
     * @return the calls
     */
    CustomActions customActions();

    /**
     * Addresses that are told of events.
     *
     * @return the calls
     */
    Webhooks webhooks();

    /**
     * Users.
     *
     * @return the calls
     */
    Users users();

    @Override
    void close();
}
