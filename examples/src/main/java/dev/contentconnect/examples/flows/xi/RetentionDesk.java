package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.SourceRef;

/** Where records are kept. No capability tells of retention, so a host asks with the connector of its system. */
public interface RetentionDesk {
    /**
     * What records management says of a document.
     *
     * @param document its identity
     * @return nothing in it when the document is no record
     * @throws dev.contentconnect.core.error.ConnectorException of any kind
     */
    RetentionFacts retention(SourceRef document);
}
