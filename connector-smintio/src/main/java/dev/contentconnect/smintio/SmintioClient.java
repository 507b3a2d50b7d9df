package dev.contentconnect.smintio;

import dev.contentconnect.smintio.api.Admin;
import dev.contentconnect.smintio.api.Backend;
import dev.contentconnect.smintio.api.Licensing;
import dev.contentconnect.smintio.api.Portal;

/**
 * Smint.io in its own words. Calls throw {@link dev.contentconnect.core.error.ConnectorException}: NotFound, Rejected, Conflict,
 * RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable. A part that is not configured is refused with
 * Rejected and the code {@code not_offered}. Safe for several threads. An interface, so that hosts can fake it.
 */
public interface SmintioClient extends AutoCloseable {
    /**
     * A client over HTTP. Never touches the network.
     *
     * @param config how to reach Smint.io
     * @return a client, ready for use
     */
    static SmintioClient create(SmintioConfig config) {
        return new HttpSmintioClient(config);
    }

    /**
     * Content Licensing.
     *
     * @return the calls
     */
    Licensing licensing();

    /**
     * The portal.
     *
     * @return the calls
     */
    Portal portal();

    /**
     * The backend of portals.
     *
     * @return the calls
     */
    Backend backend();

    /**
     * Groups of users.
     *
     * @return the calls
     */
    Admin admin();

    /**
     * The logins: one for licensing, backend and groups, and another for the portal.
     *
     * @return what begins, ends and keeps them
     */
    SmintioLogins logins();

    @Override
    void close();
}
