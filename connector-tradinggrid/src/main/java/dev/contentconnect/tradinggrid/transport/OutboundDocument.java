package dev.contentconnect.tradinggrid.transport;

import dev.contentconnect.core.spi.Content;

/**
 * A document on its way out.
 *
 * @param name its file name, by which Lens knows it later
 * @param sender our EDI address, for example {@code ZZ:ACME}
 * @param receiver the EDI address of the partner
 * @param content the bytes; opened once for each try
 */
public record OutboundDocument(String name, String sender, String receiver, Content content) {
    /**
     * Makes the document.
     *
     * @param name its file name
     * @param sender our EDI address
     * @param receiver the EDI address of the partner
     * @param content the bytes
     * @throws dev.contentconnect.core.error.ConnectorException Rejected with the code {@code file_name} when the name leaves
     *     its folder
     */
    public OutboundDocument {
        FileName.checked("documents.send", name);
    }
}
