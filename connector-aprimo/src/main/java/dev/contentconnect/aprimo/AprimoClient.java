package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.api.Checks;
import dev.contentconnect.aprimo.api.Files;
import dev.contentconnect.aprimo.api.Orders;
import dev.contentconnect.aprimo.api.PublicLinks;
import dev.contentconnect.aprimo.api.Records;
import dev.contentconnect.aprimo.api.Search;
import dev.contentconnect.aprimo.api.Uploads;
import dev.contentconnect.aprimo.api.Vocabulary;
import dev.contentconnect.aprimo.wire.WireUser;

/**
 * Aprimo DAM in its own words. Every call is one request, unless it says otherwise, and throws
 * {@link dev.contentconnect.core.error.ConnectorException}: NotFound, Rejected, Conflict, RateLimited, Unauthenticated,
 * Forbidden, Unavailable, TimedOut, Undecodable. Ids are taken with dashes and without. Safe for several threads. An interface,
 * so that hosts can fake it.
 *
 * @see <a href="https://developers.aprimo.com">Aprimo: developer documentation, DAM REST API, print of 2026-06</a>
 */
public interface AprimoClient extends AutoCloseable {
    /**
     * A client over HTTP. Never touches the network.
     *
     * @param config how to reach Aprimo
     * @return a client, ready for use
     */
    static AprimoClient create(AprimoConfig config) {
        return new HttpAprimoClient(config);
    }

    /**
     * Records.
     *
     * @return the calls
     */
    Records records();

    /**
     * The index of records.
     *
     * @return the calls
     */
    Search search();

    /**
     * Definitions of fields, languages, classifications.
     *
     * @return the calls
     */
    Vocabulary vocabulary();

    /**
     * Files and their versions.
     *
     * @return the calls
     */
    Files files();

    /**
     * Bytes on their way in.
     *
     * @return the calls
     */
    Uploads uploads();

    /**
     * Deliveries.
     *
     * @return the calls
     */
    Orders orders();

    /**
     * Addresses for everybody.
     *
     * @return the calls
     */
    PublicLinks publicLinks();

    /**
     * What checks found about versions.
     *
     * @return the calls
     */
    Checks checks();

    /**
     * The same client for what is done while a call-out of a rule is handled: each call says so, and the rule knows its own
     * echo.
     *
     * @param referenceId what came along with the call-out, see {@link AprimoCallouts}
     * @return a client on the same connection; closing it does nothing
     */
    AprimoClient handling(String referenceId);

    /**
     * The user of the credential, asked of the host that gives tokens.
     *
     * @return the user
     */
    WireUser me();

    @Override
    void close();
}
