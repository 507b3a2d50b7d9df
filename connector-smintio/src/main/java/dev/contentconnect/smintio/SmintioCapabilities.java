package dev.contentconnect.smintio;

import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CapabilityDescription;
import dev.contentconnect.core.spi.CapabilityTrait;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.RightsReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the connector says of itself, by what is configured. */
final class SmintioCapabilities {
    private SmintioCapabilities() {}

    /** What turns on which capability. */
    static Map<Class<?>, String> options() {
        String either = "purchasesPath or portalUrl";
        return Map.of(
                AssetReader.class, either,
                RightsReader.class, either,
                AssetFeed.class, "purchasesPath or watchedCollections",
                DeliveryLog.class, "purchasesPath or downloadHistory",
                AssetPublisher.class, "portalUrl",
                CommentThread.class, "reviewCollection");
    }

    static boolean hasFeed(SmintioConfig config) {
        PortalConfig portal = config.portal();
        return config.licensing() != null
                || (portal != null && !portal.watchedCollections().isEmpty());
    }

    static boolean hasUsage(SmintioConfig config) {
        return config.licensing() != null || config.ports().downloads() != null;
    }

    static List<CapabilityDescription> describe(SmintioConfig config) {
        List<CapabilityDescription> out = new ArrayList<>();
        PortalConfig portal = config.portal();
        if (config.licensing() != null || portal != null) {
            boolean search = portal != null && portal.searchPageUuid() != null;
            CapabilityDescription reader = CapabilityDescription.without(
                    AssetReader.class,
                    noQueries(config),
                    search
                            ? "a list takes one kind (audio, document, image or video), and segments of the option"
                                    + " segmentFilters"
                            : "a list is not narrowed",
                    "licences are license/<id> and are listed only where no search page of a portal is configured",
                    "a licence is found on the shelf, or by reading the whole stream",
                    "the portal shows what its user may see; what a person must accept before a download is refused");
            reader = search ? reader.withInPart("query.kinds") : reader;
            out.add(reader.offers("query.segments") ? reader.withInPart("query.segments") : reader);
            out.add(CapabilityDescription.whole(
                    RightsReader.class,
                    "one grant for each licence term; show people the text of the licence too",
                    config.ports().licenses() == null
                            ? "of an asset of the portal only the times between which it is published"
                            : "of an asset of the portal those of the licence that the host ties it to"));
        }
        if (hasFeed(config)) {
            out.add(CapabilityDescription.whole(
                            AssetFeed.class,
                            "the stream of purchases from the oldest on, then the watched collections of the portal",
                            "counters may change without being told; what leaves a collection is not told")
                    .with(CapabilityTrait.FEED_BEGINS_AT_OLDEST));
        }
        if (hasUsage(config)) {
            Set<String> lacking = new TreeSet<>(
                    Set.of("deliveries.recipient", "deliveries.since", "deliveries.statuses", "record", "advance"));
            if (config.licensing() == null) {
                lacking.add("deliveries.asset");
            }
            CapabilityDescription log = CapabilityDescription.without(
                    DeliveryLog.class,
                    lacking,
                    config.licensing() == null
                            ? "licensing is not configured, so that there are no counters of licences"
                            : "the counters of licences, one (deliveries.asset, not of an asset of the portal) or all, read"
                                    + " anew in the order of the stream; a licence that changed meanwhile comes twice",
                    config.ports().downloads() == null
                            ? "downloads from the portal are not published; give a DownloadHistory"
                            : "downloads from the portal as the host knows them, after the licences");
            out.add(config.licensing() == null ? log : log.withInPart("deliveries.asset"));
        }
        if (portal != null) {
            boolean toAll = portal.audiences().isEmpty();
            CapabilityDescription publisher = CapabilityDescription.without(
                    AssetPublisher.class,
                    toAll ? Set.of("publish.at", "publish.audience") : Set.of("publish.at"),
                    "a publication is a collection with all of its assets of the portal, never of licences; its key"
                            + " stands in its"
                            + " name",
                    toAll
                            ? "no audiences are configured"
                            : "audiences are those of the configuration; a publication that is found again does not"
                                    + " say its own",
                    "that nothing else is seen in the portal is for its administrator to set up",
                    config.ports().status() == null
                            ? "Smint.io has no status to write; licences cannot be held or withdrawn without a StatusPort"
                            : "the status is told to the host's StatusPort as well");
            out.add(toAll ? publisher : publisher.withInPart("publish.audience"));
            if (portal.reviewCollection() != null) {
                out.add(CapabilityDescription.without(
                        CommentThread.class,
                        Set.of("add.replyTo"),
                        "on assets within the collection for reviews, and on collections; licences take none",
                        "a last line carries a mark of the key and the author on whose behalf it was said"));
            }
        }
        return out;
    }

    private static Set<String> noQueries(SmintioConfig config) {
        Set<String> out =
                new TreeSet<>(Set.of("findByKey", "query.key", "query.changedSince", "query.statuses", "query.tags"));
        PortalConfig portal = config.portal();
        boolean search = portal != null && portal.searchPageUuid() != null;
        if (!search) {
            out.add("query.text");
            out.add("query.kinds");
        }
        if (portal == null || !search || portal.segmentFilters().isEmpty()) {
            out.add("query.segments");
        }
        if (!search && config.licensing() == null) {
            out.add("query");
        }
        return out;
    }
}
