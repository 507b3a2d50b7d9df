package dev.contentconnect.smintio.api;

import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.SourceRef;
import java.util.Optional;

/**
 * Where the status of an asset is kept: in the system that the portal shows, as a rule, and written through that system's own
 * connector. Smint.io publishes no call that reads or writes it. Without this port the publications alone say what is offered,
 * and what is not in the portal, a licence, cannot be held or withdrawn. Called by several threads.
 */
public interface StatusPort {
    /**
     * The status of an asset.
     *
     * @param asset the asset, as this connector names it
     * @return the status; nothing where the host does not know either
     */
    Optional<AssetStatus> status(SourceRef asset);

    /**
     * Sets the status of an asset. The same status twice is as once.
     *
     * @param asset the asset, as this connector names it
     * @param status published, held or withdrawn
     * @param reason why; may be empty
     */
    void set(SourceRef asset, AssetStatus status, String reason);
}
