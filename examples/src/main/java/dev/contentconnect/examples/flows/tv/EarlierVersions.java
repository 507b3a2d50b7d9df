package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who has which version of an asset, by the log of the library: whoever was sent it, or was told of it. */
final class EarlierVersions {
    private static final List<DeliveryStatus> OUT =
            List.of(DeliveryStatus.SENT, DeliveryStatus.DELIVERED, DeliveryStatus.ACKNOWLEDGED);

    private final DeliveryLog log;

    EarlierVersions(Connector library) {
        this.log = library.require(DeliveryLog.class);
    }

    /**
     * Who has another version than this one and has not heard of this one otherwise.
     *
     * @param asset which asset
     * @param version the id of the new version
     * @param own how the keys of entries begin that do not count as having heard of it
     * @return by recipient the id of the version it got last
     */
    Map<String, String> of(SourceRef asset, String version, String own) {
        Map<String, String> earlier = new LinkedHashMap<>();
        Set<String> informed = new HashSet<>();
        List<Delivery> entries = new ArrayList<>();
        log.deliveries(DeliveryQuery.ALL.ofAsset(asset).withStatuses(OUT)).forEach(entries::add);
        for (Delivery one : entries) {
            if (version.equals(one.version())) {
                if (!String.valueOf(one.key()).startsWith(own)) {
                    informed.add(one.recipient());
                }
            } else if (one.version() != null) {
                earlier.put(one.recipient(), one.version());
            }
        }
        earlier.keySet().removeAll(informed);
        return earlier;
    }
}
