package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import java.util.List;
import java.util.Optional;

/**
 * What a partner asks for.
 *
 * @param assets by name; may be empty
 * @param segments everything that is out for all of these; empty for nothing beyond the named ones
 */
public record Wish(List<SourceRef> assets, List<Segment> segments) {

    /** Copies the lists. */
    public Wish {
        assets = List.copyOf(assets);
        segments = List.copyOf(segments);
    }

    /**
     * Reads what a message asks for. The network's tracking tells an agreed business key at most; the document itself comes
     * through the transport, in a form that partners and the house agree on.
     */
    @FunctionalInterface
    public interface Reader {
        /** The one asset that the business key names. */
        Reader NAMED = message ->
                Optional.of(new Wish(message.asset() == null ? List.of() : List.of(message.asset()), List.of()));

        /**
         * Reads a message.
         *
         * @param message what is known of it
         * @return nothing while the document is on its way
         * @throws dev.contentconnect.core.error.ConnectorException Rejected when it cannot be read, now or ever; others when it
         *     can be read later
         */
        Optional<Wish> read(PartnerMessage message);
    }
}
