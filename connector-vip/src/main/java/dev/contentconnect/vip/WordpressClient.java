package dev.contentconnect.vip;

import dev.contentconnect.vip.api.Comments;
import dev.contentconnect.vip.api.Media;
import dev.contentconnect.vip.api.Posts;
import dev.contentconnect.vip.api.Terms;
import dev.contentconnect.vip.wire.WireUser;

/**
 * WordPress in its own words. Safe for several threads. Every method makes one request unless it says otherwise, and fails
 * with {@link dev.contentconnect.core.error.ConnectorException} of the kinds Unauthenticated, Forbidden, NotFound, Conflict,
 * Rejected, RateLimited, Unavailable, TimedOut, Undecodable and Cancelled. Lists are lazy: a request a page, made when it is
 * reached. Before the first call it finds out how the site makes its addresses, and that the password is taken.
 *
 * <p>Uploads and what makes items are never repeated after a failure that leaves open whether they took effect.
 */
public interface WordpressClient extends AutoCloseable {

    /**
     * Makes a client. Never touches the network.
     *
     * @param config how to reach the site
     * @return the client
     */
    static WordpressClient create(WordpressConfig config) {
        return new HttpWordpressClient(config);
    }

    /**
     * Asks the site who it takes us for.
     *
     * @return the user of the application password
     */
    WireUser me();

    /**
     * Files.
     *
     * @return the operations
     */
    Media media();

    /**
     * Comments.
     *
     * @return the operations
     */
    Comments comments();

    /**
     * Terms of a taxonomy.
     *
     * @param restBase how the taxonomy is called in routes, for example {@code regions}
     * @return the operations
     */
    Terms terms(String restBase);

    /**
     * Items of a post type.
     *
     * @param restBase how the type is called in routes, for example {@code packages}
     * @return the operations
     */
    Posts posts(String restBase);

    /** Ends the client: later calls throw {@code IllegalStateException}. */
    @Override
    void close();
}
