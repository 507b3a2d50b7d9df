package dev.contentconnect.smintio.api;

import dev.contentconnect.core.spi.Content;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A portal, with the rights of the user who logged in. Operations that the portal works on for a while are waited for, with
 * even pauses as the vendor asks for; they throw TimedOut when that takes too long, and Rejected, with the portal's words, when
 * the work failed.
 *
 * @see <a href="https://github.com/smintio/Portals-ComponentFramework-Interfaces">Smint.io: Portals frontend API</a>
 */
public interface Portal {
    /**
     * Assets.
     *
     * @return the calls
     */
    PortalAssets assets();

    /**
     * Collections, what is in them, and comments.
     *
     * @return the calls
     */
    PortalCollections collections();

    /**
     * Shares.
     *
     * @return the calls
     */
    PortalShares shares();

    /**
     * Tasks for people.
     *
     * @return the calls
     */
    PortalTasks tasks();

    /**
     * Any operation, for those that have no method here. Waits for its end.
     *
     * @param operation which one
     * @param parameters as the vendor names them, plain values; null values are left out
     * @return what it gave, as plain values; empty where it gives nothing
     */
    Map<String, @Nullable Object> run(Operation operation, Map<String, ? extends @Nullable Object> parameters);

    /**
     * Sends a file for use in a form.
     *
     * @param content the file; its length must be known
     * @return the id to put into a form
     */
    String upload(Content content);

    /**
     * What the portal says of itself, where {@code payloadPath} is configured: the address of its interface, its id, its pages.
     *
     * @return as plain values
     * @throws dev.contentconnect.core.error.ConnectorException Rejected with the code {@code not_offered} without that path
     */
    Map<String, @Nullable Object> payload();
}
