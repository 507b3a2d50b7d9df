package dev.contentconnect.tradinggrid;

import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CapabilityDescription;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.tradinggrid.map.RightsColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What there is, and what is missing of it. */
final class TradingGridCapabilities {
    private TradingGridCapabilities() {}

    static List<CapabilityDescription> describe(TradingGridConfig config) {
        List<CapabilityDescription> out = new ArrayList<>();
        out.add(CapabilityDescription.without(
                AssetReader.class,
                Set.of("query.text", "query.statuses", "query.kinds", "query.segments", "query.tags", "content"),
                "files on their way, metadata only; bytes come and go through a DocumentTransport",
                "the key is the content key " + config.lens().assetKey(),
                "entries go after a while: keep what you need"));
        out.add(CapabilityDescription.without(
                DeliveryLog.class,
                Set.of("deliveries.statuses", "record", "advance"),
                "acknowledged and rejected follow from functional acknowledgements, delivered from the partner's"
                        + " pick-up, failed"
                        + " from an error on any entry of the process; the rest was queued or sent",
                "one request more for each page, for the other entries of the process",
                "deliveries.since and the order go by when a file arrived; the date of a delivery is that of its status",
                "a recipient is the name of a partner, or an EDI address",
                config.lens().ownAddresses().isEmpty()
                        ? "what came to us is listed as well, as ownAddresses are not configured"
                        : "what left our own addresses"));
        out.add(CapabilityDescription.whole(
                CaseFeed.class,
                "polls, from the present on unless feedFrom is set; wait a minute or more between two polls",
                "requests are documents of the types in requestTypes; everything else is about deliveries, acknowledgements"
                        + " included: delivery.…, case.cancelled where delivery is disabled, status.changed where"
                        + " the status is"
                        + " none that is known",
                "cases, comments and approvals have no call"));
        Set<String> missing = new TreeSet<>();
        if (!TradingGridConnector.hasRules(config)) {
            missing.addAll(Set.of("partners.segments", "isEntitled"));
        }
        if (config.messaging() == null) {
            missing.add("notify");
        }
        out.add(CapabilityDescription.without(
                PartnerDesk.class,
                missing,
                "a notice is an e-mail by OpenText Messaging, a product with an account of its own; short messages go by"
                        + " TradingGridConnector.client().messages()",
                "which notices went out is remembered in the state store of the configuration, in memory where there is"
                        + " none, so that they go out again after a restart; one that broke off so that nobody knows is a"
                        + " conflict: see TradingGridConnector.notices",
                "a notice was received when its attachment was fetched; that it was opened is a hint and no receipt"));
        if (config.cartographer().rightsEntity() != null) {
            out.add(CapabilityDescription.whole(
                    RightsReader.class, "from a cross-reference table; without a row the rights are unknown"));
            out.add(CapabilityDescription.without(
                    RightsWriter.class,
                    config.cartographer().rightsColumns().containsKey(RightsColumns.BLOCK)
                            ? Set.of()
                            : Set.of("block", "unblock"),
                    "what the columns of the table do not take is refused before it is written; the table has no"
                            + " lock: the last one"
                            + " who writes wins",
                    "why a block was lifted is not kept"));
        }
        return out;
    }
}
