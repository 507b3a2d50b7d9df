package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import java.util.List;

/**
 * What a partner may have.
 *
 * @param libraries the libraries that are open to it
 * @param assets what it is offered out of them
 */
public record PartnerShelf(List<Segment> libraries, List<SourceRef> assets) {
    /** Makes the value; lists are copied. */
    public PartnerShelf {
        libraries = List.copyOf(libraries);
        assets = List.copyOf(assets);
    }
}
