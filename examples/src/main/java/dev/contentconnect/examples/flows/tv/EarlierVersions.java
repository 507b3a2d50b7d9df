package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who has which version of an asset, by the log of the library: whoever was sent it, or was told of it. What
 * {@link SegmentedLibraries} offers nobody was told of, and nobody has.
 */
final class EarlierVersions {
    private static final List<DeliveryStatus> OUT =
            List.of(DeliveryStatus.SENT, DeliveryStatus.DELIVERED, DeliveryStatus.ACKNOWLEDGED);

    private static final String OFFERS = SegmentedLibraries.FLOW + ":";

    private final DeliveryLog log;

    EarlierVersions(Connector library) {
        this.log = library.require(DeliveryLog.class);
    }

    /**
     * Who has what.
     *
     * @param earlier who has another version than this one, by recipient the id of the version it got last
     * @param informed who has this one, or has heard of it by another flow
     */
    record Holders(Map<String, String> earlier, Set<String> informed) {}

    /**
     * Looks who has what.
     *
     * @param asset which asset
     * @param version the id of the version that is looked at
     * @param own how the keys of entries begin that do not count as having heard of it
     */
    Holders of(SourceRef asset, String version, String own) {
        Map<String, String> earlier = new LinkedHashMap<>();
        Set<String> informed = new HashSet<>();
        for (Delivery one : log.deliveries(DeliveryQuery.ALL.ofAsset(asset).withStatuses(OUT))) {
            String key = String.valueOf(one.key());
            if (key.startsWith(OFFERS)) {
                continue;
            }
            if (!version.equals(one.version())) {
                if (one.version() != null) {
                    earlier.put(one.recipient(), one.version());
                }
            } else if (!key.startsWith(own)) {
                informed.add(one.recipient());
            }
        }
        return new Holders(earlier, informed);
    }
}
