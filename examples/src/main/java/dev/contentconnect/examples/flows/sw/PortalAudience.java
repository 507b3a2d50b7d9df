package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Segment;
import java.util.List;

/** Who is to find an asset in the portal. A portal cannot be asked for whom an asset is: the host knows, or has a rule. */
@FunctionalInterface
public interface PortalAudience {
    /**
     * The audience of an asset.
     *
     * @param asset as it was read
     * @return the segments whose people find it; empty where those who see the portal see everything in it
     */
    List<Segment> of(Asset asset);
}
