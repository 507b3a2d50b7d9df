package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.SourceRef;
import java.util.List;

/**
 * Which assets of the portal show what an event is about. What people find is always an asset of the portal; a licence is what
 * it may be used for. Smint.io publishes no tie between the two: the host keeps it, as a rule in the source system.
 */
@FunctionalInterface
public interface ShownAssets {
    /**
     * The assets that something is shown by.
     *
     * @param subject what an event is about: an asset of the portal, or a licence
     * @return the asset itself, or those that were bought under the licence; empty for anything else, and as long as nothing
     *     is shown
     */
    List<SourceRef> of(SourceRef subject);
}
