package dev.contentconnect.tradinggrid.transport;

import dev.contentconnect.core.error.ConnectorException;
import java.nio.file.Path;
import java.util.List;

/**
 * The way of the bytes into the network and out of it. How it is connected is agreed with each customer; AS2, FTPS and others
 * fit behind this interface as well. That a document was sent says nothing about its receipt: follow it by its name in Lens.
 * Safe for several threads. Failures are {@link ConnectorException} of the same kinds as elsewhere.
 */
public interface DocumentTransport extends AutoCloseable {
    /**
     * Puts a document where the network fetches it. It appears there whole or not at all. Where a file of the same name and
     * size lies there already, nothing is done.
     *
     * @param document the document
     * @throws ConnectorException Conflict when another file of the same name lies there; Rejected, Unauthenticated, Forbidden,
     *     NotFound, Unavailable, TimedOut, Cancelled
     */
    void send(OutboundDocument document);

    /**
     * Documents that wait for us. Hidden files, those whose name ends in {@code .part}, links, and names that are no plain ones
     * are passed over. Nothing else tells a file that is still being written: the network gives it its name when it is whole.
     *
     * @param limit at most so many, 1 or more
     * @return oldest first
     * @throws ConnectorException Unauthenticated, Forbidden, NotFound, Unavailable, TimedOut, Cancelled
     */
    List<InboundDocument> waiting(int limit);

    /**
     * Copies a document that waits. It stays there until {@link #finish}.
     *
     * @param document the document
     * @param folder where to; the file bears the document's name and appears there whole
     * @return the file
     * @throws ConnectorException NotFound when it is gone; as for {@link #waiting}
     */
    Path fetch(InboundDocument document, Path folder);

    /**
     * Takes a document away once it was handled: into the folder for what is done, or for good where there is none. Doing so
     * twice changes nothing. A file of another size or time under its name is another document, which stays and is handed out.
     *
     * @param document the document, as {@link #waiting} told of it
     * @throws ConnectorException as for {@link #waiting}
     */
    void finish(InboundDocument document);

    @Override
    void close();
}
