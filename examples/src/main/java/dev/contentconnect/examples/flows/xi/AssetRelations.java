package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.SourceRef;

/** Relations between assets of a library. No capability makes them, so a host does with the client of its system. */
public interface AssetRelations {
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
