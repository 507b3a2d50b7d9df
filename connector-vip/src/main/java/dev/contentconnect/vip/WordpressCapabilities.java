package dev.contentconnect.vip;

import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CapabilityDescription;
import dev.contentconnect.core.spi.CapabilityTrait;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the WordPress backend says of itself, with and without the server profile. */
final class WordpressCapabilities {
    private WordpressCapabilities() {}

    static List<CapabilityDescription> describe(boolean profile) {
        List<CapabilityDescription> out = new ArrayList<>();
        CapabilityDescription reader = CapabilityDescription.without(
                AssetReader.class,
                profile
                        ? Set.of("query.statuses", "query.kinds", "query.tags")
                        : Set.of("query.statuses", "query.kinds", "query.tags", "query.segments"),
                "segments of the kinds region, brand, market and partner_program",
                "an asset whose publication waits for its date costs another request when it is read",
                "the address of a file is public on a plain WordPress, also where the asset is not");
        out.add(profile ? reader.withInPart("query.segments") : reader);
        out.add(CapabilityDescription.without(
                        AssetWriter.class,
                        profile ? Set.of() : Set.of("addVersion"),
                        profile
                                ? "creators, tags, and segments of other kinds than region, brand, market and"
                                        + " partner_program"
                                        + " are left out"
                                : "creators and tags are left out",
                        profile
                                ? "a new asset is a draft whatever it says; one without bytes is kept as a private"
                                        + " text file"
                                : "without the server profile market, language, master, segments and status are left"
                                        + " out, keys are kept as"
                                        + " short names only, and an asset without bytes is refused")
                .with(CapabilityTrait.STALE_UPDATES_CONFLICT));
        out.add(CapabilityDescription.whole(
                CommentThread.class,
                "on assets, packages and deliveries; a last line in the text carries the key and the author on whose"
                        + " behalf it was said",
                "below the right to moderate, WordPress takes a comment every 15 seconds, and shows approved ones"
                        + " only, with its own"
                        + " quotation marks and dashes"));
        out.add(CapabilityDescription.whole(
                AssetFeed.class,
                "polls, from the present on unless feedFrom is set; of several changes between two polls the"
                        + " last one is told",
                "deletions are not told: see VipConnector.gone; comments are, those on other items of the"
                        + " site as well"));
        if (profile) {
            out.add(CapabilityDescription.whole(RightsReader.class, "as registered meta, which people may edit"));
            out.add(CapabilityDescription.whole(
                    RightsWriter.class,
                    "rights that were read before another change of the asset are a conflict",
                    "a block is a word in the meta: what is blocked is not published, and what is out stays out"
                            + " until it is held"));
            out.add(CapabilityDescription.whole(
                            AssetPublisher.class,
                            "audiences of the kinds region, brand, market and partner_program",
                            "a publication with a date comes out by the site's own clock and cron, and the feed does"
                                    + " not tell of it")
                    .withInPart("publish.audience"));
            out.add(CapabilityDescription.whole(
                    DeliveryLog.class,
                    "what partners download themselves is not visible to WordPress",
                    "deliveries.since and the order go by when a delivery was made, not by what became of it later"));
        }
        return out;
    }
}
