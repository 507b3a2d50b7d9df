package dev.contentconnect.examples.host;

import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.examples.flows.tv.PartnerFiles;
import dev.contentconnect.tradinggrid.DocumentOrder;
import dev.contentconnect.tradinggrid.Documents;
import java.util.List;
import java.util.Optional;

/**
 * Files for partners through a transport of Trading Grid: {@code connector.documents(transport)}. The entitlement is asked for
 * right before the bytes leave, and Lens tells what became of them.
 *
 * @param documents the documents of the connector
 */
public record TradingGridFiles(Documents documents) implements PartnerFiles {

    @Override
    public Optional<Delivery> send(String name, SourceRef partner, List<Segment> segments, Content content) {
        return Optional.ofNullable(documents
                .send(new DocumentOrder(name, partner, segments, content))
                .delivery());
    }

    @Override
    public Optional<Delivery> track(String name, SourceRef partner) {
        return documents.track(name, partner);
    }
}
