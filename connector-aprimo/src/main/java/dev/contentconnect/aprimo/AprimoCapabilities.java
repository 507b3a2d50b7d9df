package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.map.RightsFields;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CapabilityDescription;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the connector says of itself, by what is configured. */
final class AprimoCapabilities {
    private AprimoCapabilities() {}

    static List<CapabilityDescription> describe(AprimoConfig config) {
        List<CapabilityDescription> out = new ArrayList<>();
        Set<String> reading = new TreeSet<>(Set.of("query.kinds", "query.tags", "query.segments"));
        if (config.keyField() == null) {
            reading.addAll(Set.of("findByKey", "query.key"));
        }
        out.add(CapabilityDescription.without(
                AssetReader.class,
                reading,
                "lists come from an index that lags by seconds to minutes; an asset by its identity or key does not",
                "query.statuses takes draft, published and archived",
                "content is ordered as a download each time it is opened; renditions are those of the latest version"));
        if (config.keyField() != null) {
            out.add(CapabilityDescription.whole(
                    AssetWriter.class,
                    "the key is in the field " + config.keyField()
                            + ", which must be a unique identifier; a version's key" + " is in its comment",
                    "titles and the like are written to the configured fields alone: "
                            + config.assetFields().keySet(),
                    "two who add a version under one key in the same moment make two; the first counts"));
        }
        out.add(CapabilityDescription.whole(
                AssetFeed.class,
                "polls the index, from the present on unless feedFrom is set; of several changes between two polls the last"
                        + " one is told, deletions are not"));
        if (!config.rightsFields().isEmpty()) {
            out.add(CapabilityDescription.whole(
                    RightsReader.class, "from the configured fields; Aprimo has no rights of its own"));
            out.add(CapabilityDescription.without(
                    RightsWriter.class,
                    config.rightsFields().containsKey(RightsFields.BLOCK) ? Set.of() : Set.of("block", "unblock"),
                    "rights that were read before another change of their fields are a conflict; Aprimo itself has no lock",
                    "a block is a word in a field: it holds back those who look there, as this SDK does"));
        }
        return out;
    }
}
