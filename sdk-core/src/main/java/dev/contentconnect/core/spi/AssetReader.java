package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Rendition;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads assets.
 */
public interface AssetReader {
    /**
     * One asset with all that the system hands out in one go.
     *
     * @param asset its identity in this system
     * @return the asset
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Rejected where the identity leads to a part of the
     *     system that is not configured, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Asset get(SourceRef asset);

    /**
     * The asset that was made under a key.
     *
     * @param key the caller-chosen key
     * @return the asset, or nothing
     * @throws dev.contentconnect.core.error.ConnectorException Rejected with {@code not_offered} where assets cannot be found by
     *     key, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Optional<Asset> findByKey(String key);

    /**
     * Assets that answer a question. Lazy: each page is one request, made when reached.
     *
     * @param query which are wanted
     * @return the assets, in an order that does not change while reading, as far as the system can
     * @throws dev.contentconnect.core.error.ConnectorException Rejected, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Paged<Asset> query(AssetQuery query);

    /**
     * All versions of an asset.
     *
     * @param asset its identity in this system
     * @return newest first; one for a system that keeps a single version
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    List<AssetVersion> versions(SourceRef asset);

    /**
     * The derived forms of an asset.
     *
     * @param asset its identity in this system
     * @return in the system's order; may be empty
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    List<Rendition> renditions(SourceRef asset);

    /**
     * The bytes of an asset. The network is touched when the content is opened, or here where a link must be asked for
     * first.
     *
     * @param asset its identity in this system
     * @param version which version by its id; null for the current one
     * @param rendition which rendition by its id; null for the original
     * @return the content
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Content content(SourceRef asset, @Nullable String version, @Nullable String rendition);
}
