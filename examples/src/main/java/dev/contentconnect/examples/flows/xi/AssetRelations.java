package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.SourceRef;
import java.util.Set;

/** Relations between assets of a library. No capability makes them, so a host does with the client of its system. */
public interface AssetRelations {
    /**
     * The assets to which an asset is related, without those in the bin.
     *
     * @param asset the asset that was signed off
     * @return their identities; where the library does not say of which type a relation is, those of other types too
     * @throws dev.contentconnect.core.error.ConnectorException of any kind
     */
    Set<SourceRef> related(SourceRef asset);

    /**
     * Relates an asset to another one; what is related already stays so.
     *
     * @param asset the asset that was signed off
     * @param document the asset that stands for a document about it
     * @throws dev.contentconnect.core.error.ConnectorException of any kind
     */
    void relate(SourceRef asset, SourceRef document);

    /**
     * Ends a relation; that there is none changes nothing.
     *
     * @param asset the asset that was signed off
     * @param document the asset that stands for a document about it
     * @throws dev.contentconnect.core.error.ConnectorException of any kind
     */
    void unrelate(SourceRef asset, SourceRef document);
}
