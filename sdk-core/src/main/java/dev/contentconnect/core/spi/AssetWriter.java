package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.SourceRef;

/**
 * Makes and changes assets.
 */
public interface AssetWriter {
    /**
     * Makes an asset, or finds the one that was made under the same key.
     *
     * @param draft what to make
     * @return the asset as the system has it afterwards; an existing one is returned unchanged
     * @throws dev.contentconnect.core.error.ConnectorException Rejected, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Asset create(AssetDraft draft);

    /**
     * Writes the metadata of an asset. Components that are null or empty are left as they are, and so are the kind
     * {@code other} and the status {@code unknown}. Key, current version, renditions and times are never written. A null
     * among the extensions of this system clears that field.
     *
     * <p>An asset that says when it was changed last, as one that was read does, is refused with Conflict where the system has
     * changed it since, if the capability has the trait {@link CapabilityTrait#STALE_UPDATES_CONFLICT}; leave {@code updatedAt}
     * out to write all the same.
     *
     * @param asset its identity and the wanted metadata; extensions of this system are written as its own fields
     * @return the asset as the system has it afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Rejected, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Asset update(Asset asset);

    /**
     * Adds a version, or finds the one that was added under the same key.
     *
     * @param asset its identity in this system
     * @param key chosen by the caller
     * @param content the new bytes
     * @return the version
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Rejected, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    AssetVersion addVersion(SourceRef asset, String key, Content content);
}
