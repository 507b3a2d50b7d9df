package dev.contentconnect.tradinggrid.transport;

import java.time.Instant;

/**
 * A document that waits for us.
 *
 * @param name its file name, a plain one
 * @param sizeBytes its size
 * @param at when it was written last
 */
public record InboundDocument(String name, long sizeBytes, Instant at) {
    /**
     * Makes the document.
     *
     * @param name its file name
     * @param sizeBytes its size
     * @param at when it was written last
     * @throws dev.contentconnect.core.error.ConnectorException Rejected with the code {@code file_name} when the name leaves
     *     its folder
     */
    public InboundDocument {
        FileName.checked("documents.receive", name);
    }
}
