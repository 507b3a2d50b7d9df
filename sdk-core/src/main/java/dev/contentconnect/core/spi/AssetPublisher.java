package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import java.util.Optional;

/**
 * Offers assets to an audience and takes them back.
 */
public interface AssetPublisher {
    /**
     * Publishes a package, all of it or nothing, or finds what was published under the same key. What was held or withdrawn
     * since is not brought out by that: it takes another key. A call that broke off has published nothing yet; the same key
     * finishes it, whatever was done to its assets in between.
     *
     * @param request what, for whom, when
     * @return the publication
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Rejected, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Publication publish(PublishRequest request);

    /**
     * Keeps an asset back: its audience no longer gets it, its makers still see it. Holding twice is as holding once;
     * publishing it again, under another key, lets it go.
     *
     * @param asset its identity in this system
     * @param reason why, kept with the asset where the system lets us
     * @return the asset afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Asset hold(SourceRef asset, String reason);

    /**
     * Takes an asset out of every publication. Withdrawing twice is as withdrawing once.
     *
     * @param asset its identity in this system
     * @param reason why, kept with the asset where the system lets us
     * @return the asset afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Asset withdraw(SourceRef asset, String reason);

    /**
     * The publication that was made under a key.
     *
     * @param key the caller-chosen key
     * @return the publication, or nothing
     * @throws dev.contentconnect.core.error.ConnectorException RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Optional<Publication> findByKey(String key);

    /**
     * Where an asset is published. Lazy.
     *
     * @param asset its identity in this system
     * @return the publications; may be empty
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Paged<Publication> publications(SourceRef asset);
}
