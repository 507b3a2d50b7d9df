package dev.contentconnect.xecm;

import dev.contentconnect.xecm.api.Audit;
import dev.contentconnect.xecm.api.Categories;
import dev.contentconnect.xecm.api.Members;
import dev.contentconnect.xecm.api.Nodes;
import dev.contentconnect.xecm.api.Permissions;
import dev.contentconnect.xecm.api.Records;
import dev.contentconnect.xecm.api.Search;
import dev.contentconnect.xecm.api.Versions;
import dev.contentconnect.xecm.api.Workflows;
import dev.contentconnect.xecm.api.Workspaces;
import dev.contentconnect.xecm.wire.WireFields;

/**
 * Content Server in its own words. Safe for several threads; open it once and keep it.
 *
 * @see <a href="https://developer.opentext.com/ce/products/extended-ecm">Developer pages of Extended ECM</a>
 */
public interface XecmClient extends AutoCloseable {
    /**
     * Makes a client. Never touches the network.
     *
     * @param config how to reach the server
     * @return a client
     */
    static XecmClient create(XecmConfig config) {
        return new HttpXecmClient(config);
    }

    /**
     * Nodes of every kind.
     *
     * @return calls
     */
    Nodes nodes();

    /**
     * Versions and content of documents.
     *
     * @return calls
     */
    Versions versions();

    /**
     * Categories and their attributes.
     *
     * @return calls
     */
    Categories categories();

    /**
     * Business workspaces.
     *
     * @return calls
     */
    Workspaces workspaces();

    /**
     * Workflows.
     *
     * @return calls
     */
    Workflows workflows();

    /**
     * The search index.
     *
     * @return calls
     */
    Search search();

    /**
     * The audit of nodes.
     *
     * @return calls
     */
    Audit audit();

    /**
     * Permissions of nodes.
     *
     * @return calls
     */
    Permissions permissions();

    /**
     * Records management.
     *
     * @return calls
     */
    Records records();

    /**
     * Users and groups.
     *
     * @return calls
     */
    Members members();

    /**
     * What the server says of itself.
     *
     * @return {@code server}, {@code sessions}, {@code viewer}
     * @throws dev.contentconnect.core.error.ConnectorException RateLimited, Unauthenticated, Unavailable, TimedOut, Undecodable
     */
    WireFields serverInfo();

    /** Ends the client; later calls throw IllegalStateException. Sessions of the server end by themselves. */
    @Override
    void close();
}
