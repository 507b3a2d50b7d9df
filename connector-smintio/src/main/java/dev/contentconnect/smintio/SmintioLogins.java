package dev.contentconnect.smintio;

import dev.contentconnect.core.auth.OAuthLogin;

/**
 * The logins of a tenant. Licensing, backend and groups are one audience, the portal is another: each wants a person to log in
 * once, and keeps a refresh token of its own.
 */
public interface SmintioLogins {
    /**
     * The login for licensing, backend and groups.
     *
     * @return what takes a person through it
     * @throws dev.contentconnect.core.error.ConnectorException Rejected with the code {@code not_offered} where none is configured
     */
    OAuthLogin login();

    /**
     * The login for the portal, at the portal's own address.
     *
     * @return what takes a person through it
     * @throws dev.contentconnect.core.error.ConnectorException Rejected with the code {@code not_offered} where none is configured
     */
    OAuthLogin portalLogin();

    /**
     * Keeps the logins alive: a refresh token that is not used for some days dies, by default after fifteen. Call it once a day
     * from a scheduler; a request for each login, or none where there was one within the last 20 hours.
     *
     * @throws dev.contentconnect.core.error.ConnectorException Unauthenticated when somebody must log in again; Unavailable,
     *     TimedOut
     */
    void keepAlive();
}
