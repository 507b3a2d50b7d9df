package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.RightsRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a portal asks of the assets that it shows. */
@FunctionalInterface
public interface ContentPolicy {
    /**
     * What is wrong with an asset. Never touches the network.
     *
     * @param asset as it was read
     * @param rights its rights; null when the licence that it is tied to cannot be found
     * @param now the present
     * @return in order of weight; empty when all is well
     */
    List<Finding> findings(Asset asset, @Nullable RightsRecord rights, Instant now);
}
