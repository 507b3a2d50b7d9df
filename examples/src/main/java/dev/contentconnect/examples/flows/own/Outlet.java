package dev.contentconnect.examples.flows.own;

import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.spi.Connector;
import java.time.Instant;
import java.util.List;

/**
 * A system that has copies, and what they are used for there.
 *
 * @param system offers {@code AssetReader}, and one of {@code RightsWriter} and {@code AssetPublisher} or both
 * @param territories where its people are; never empty
 * @param channel how they use what they find, for example {@code web}
 */
public record Outlet(Connector system, List<Territory> territories, String channel) {

    /**
     * Makes an outlet; the list is copied.
     *
     * @param system offers {@code AssetReader}, and one of {@code RightsWriter} and {@code AssetPublisher} or both
     * @param territories where its people are; never empty
     * @param channel how they use what they find, for example {@code web}
     * @throws IllegalArgumentException when there is no territory
     */
    public Outlet {
        territories = List.copyOf(territories);
        if (territories.isEmpty()) {
            throw new IllegalArgumentException("an outlet needs a territory; " + Territory.WORLD + " is one");
        }
    }

    List<Use> uses(Instant at) {
        return territories.stream()
                .map(where -> Use.at(at).in(where).channel(channel))
                .toList();
    }
}
