package dev.contentconnect.examples.flows.localisation;

import dev.contentconnect.core.model.SourceRef;
import java.util.List;

/**
 * An approved version of a master asset, and the markets that want it.
 *
 * @param flow the name of the flow it is given to: the beginning of its keys
 * @param master the asset in the library
 * @param version the id of the version that was approved; never blank
 * @param markets never empty; no market twice in the same language
 */
public record LocalisationOrder(String flow, SourceRef master, String version, List<MarketPlan> markets) {

    /**
     * Makes an order; the list is copied.
     *
     * @throws IllegalArgumentException when {@code version} is blank, or there is no market, or one twice
     */
    public LocalisationOrder {
        markets = List.copyOf(markets);
        if (version.isBlank() || markets.isEmpty()) {
            throw new IllegalArgumentException("an order names a version and markets");
        }
        if (markets.stream().map(MarketPlan::id).distinct().count() < markets.size()) {
            throw new IllegalArgumentException("a market is named twice in the same language");
        }
    }

    String key(MarketPlan plan) {
        return key(version, plan.id());
    }

    String key(String ofVersion, String planId) {
        return flow + ":" + master + "@" + ofVersion + ":" + planId;
    }

    /** Stays the same through all versions of the master. */
    String assetKey(MarketPlan plan) {
        return flow + ":" + master + ":" + plan.id();
    }
}
