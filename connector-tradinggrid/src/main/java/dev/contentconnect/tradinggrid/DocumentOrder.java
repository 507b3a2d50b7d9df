package dev.contentconnect.tradinggrid;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Content;
import java.util.List;

/**
 * A document for a partner.
 *
 * @param name its file name, which identifies it in the network: choose another one for other contents
 * @param partner to whom
 * @param segments the audiences whose content it holds, one or more; the partner must belong to all of them
 * @param content the bytes
 */
public record DocumentOrder(String name, SourceRef partner, List<Segment> segments, Content content) {
    /**
     * Makes the order; the list is copied.
     *
     * @param name its file name
     * @param partner to whom
     * @param segments the audiences
     * @param content the bytes
     * @throws IllegalArgumentException when no audience is named
     */
    public DocumentOrder {
        segments = List.copyOf(segments);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("a document is meant for an audience");
        }
    }
}
