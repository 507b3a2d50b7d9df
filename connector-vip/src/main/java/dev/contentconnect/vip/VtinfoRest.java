package dev.contentconnect.vip;

import dev.contentconnect.core.auth.OAuthLogin;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.page.Paged;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A private REST interface of Vermont Information Processing, read by the paths and fields that the configuration names.
 * Before the first call a person must have logged in once, see {@link #login()}. Reads only. Safe for several threads.
 *
 * <p>All calls throw {@code ConnectorException}: Unauthenticated when somebody must log in first or again, Forbidden,
 * NotFound, Rejected with the code {@code not_offered} for a path that is not configured, RateLimited, Unavailable, TimedOut,
 * Undecodable; and {@code IllegalArgumentException}, before any request, when a place of the path gets no value or a value
 * names no place.
 */
public interface VtinfoRest extends AutoCloseable {

    /**
     * Makes a client. Never touches the network.
     *
     * @param config how to reach the interface
     * @return a client, open
     */
    static VtinfoRest create(VtinfoRestConfig config) {
        return new HttpVtinfoRest(config);
    }

    /**
     * The one login of a person that lets this client go on by itself. Never touches the network before it is completed.
     *
     * @return the way to begin and to complete it
     */
    OAuthLogin login();

    /**
     * Reads an answer as it is.
     *
     * @param path the name of a configured path
     * @param parameters values for those of its places that are not configured
     * @return maps, lists and scalars
     */
    @Nullable Object read(String path, Map<String, String> parameters);

    /**
     * Reads a list as it is. Lazy: each page is one request, made when reached.
     *
     * @param path the name of a configured path
     * @param parameters values for those of its places that are not configured
     * @return the items, plain values by name; what is no object is an issue
     */
    Paged<Map<String, @Nullable Object>> items(String path, Map<String, String> parameters);

    /**
     * Reads the path {@code assets}. Lazy as {@link #items}.
     *
     * @param parameters values for those of its places that are not configured
     * @return the assets; a mapped field that is missing or cannot be read is an issue, and the asset is there without it; one
     *     without an id is left out. All of an item rides along in the extensions
     */
    Paged<Asset> assets(Map<String, String> parameters);

    /**
     * Reads the path {@code asset}.
     *
     * @param id the vendor's id, as it stands in an asset's identity behind {@code rest:}
     * @param parameters values for further places that are not configured
     * @return the asset; what could not be mapped of it is logged as warnings
     */
    Asset asset(String id, Map<String, String> parameters);

    /** Ends the client: later calls fail. */
    @Override
    void close();
}
