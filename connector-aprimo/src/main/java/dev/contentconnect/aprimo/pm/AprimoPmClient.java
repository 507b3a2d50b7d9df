package dev.contentconnect.aprimo.pm;

import dev.contentconnect.aprimo.pm.api.Activities;
import dev.contentconnect.aprimo.pm.api.Attachments;
import dev.contentconnect.aprimo.pm.api.Commitments;
import dev.contentconnect.aprimo.pm.api.DigitalAssets;
import dev.contentconnect.aprimo.pm.api.FundingAccounts;
import dev.contentconnect.aprimo.pm.api.GenericObjects;
import dev.contentconnect.aprimo.pm.api.Invoices;
import dev.contentconnect.aprimo.pm.api.Projects;
import dev.contentconnect.aprimo.pm.api.Proposals;
import dev.contentconnect.aprimo.pm.api.Tasks;
import dev.contentconnect.aprimo.pm.api.Users;
import dev.contentconnect.core.http.HttpChannel;
import java.net.URI;

/**
 * Productivity Management in its own words. Every call is one request, unless it says otherwise, and throws
 * {@link dev.contentconnect.core.error.ConnectorException}: NotFound, Rejected, Conflict, RateLimited, Unauthenticated, Forbidden,
 * Unavailable, TimedOut, Undecodable. Safe for several threads. An interface, so that hosts can fake it; it has nothing to close,
 * as its channel belongs to whoever made it.
 *
 * @see <a href="https://developers.aprimo.com/marketing-operations/rest-api/">Aprimo: Marketing Operations REST API, of 2026-06</a>
 */
public interface AprimoPmClient {
    /**
     * A client over HTTP. Never touches the network.
     *
     * @param channel sends with a token, and within the tenant's quota
     * @param endpoint the host of this product
     * @param config what the tenant calls things
     * @return a client, ready for use
     */
    static AprimoPmClient over(HttpChannel channel, URI endpoint, PmConfig config) {
        return new HttpPmClient(new PmHttp(channel, endpoint, config));
    }

    /**
     * Campaigns.
     *
     * @return the calls
     */
    Activities activities();

    /**
     * Projects.
     *
     * @return the calls
     */
    Projects projects();

    /**
     * Tasks.
     *
     * @return the calls
     */
    Tasks tasks();

    /**
     * Requests for work.
     *
     * @return the calls
     */
    Proposals proposals();

    /**
     * Objects of the tenant's own kinds.
     *
     * @param kind {@code alpha}, {@code bravo}, {@code charlie}, {@code delta} or {@code echo}
     * @return the calls
     */
    GenericObjects genericObjects(String kind);

    /**
     * Money that was promised.
     *
     * @return the calls
     */
    Commitments commitments();

    /**
     * Money that was asked for.
     *
     * @return the calls
     */
    Invoices invoices();

    /**
     * Budgets.
     *
     * @return the calls
     */
    FundingAccounts fundingAccounts();

    /**
     * Files that hang on objects.
     *
     * @return the calls
     */
    Attachments attachments();

    /**
     * Assets under review.
     *
     * @return the calls
     */
    DigitalAssets digitalAssets();

    /**
     * Users and vocabularies.
     *
     * @return the calls
     */
    Users users();
}
