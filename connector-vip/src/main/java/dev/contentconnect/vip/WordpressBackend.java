package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.ConnectorCheck;
import dev.contentconnect.core.spi.ConnectorDescription;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.vip.wire.WireUser;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A content library on WordPress. */
record WordpressBackend(WordpressConfig config, WordpressClient client) implements VipBackend {

    @Override
    public void offerTo(Offers offers) {
        Shelf shelf = new Shelf(client, config);
        offers.offer(AssetReader.class, new WordpressReader(shelf));
        offers.offer(AssetWriter.class, new WordpressWriter(shelf));
        offers.offer(CommentThread.class, new WordpressComments(shelf));
        offers.offer(AssetFeed.class, new WordpressFeed(shelf));
        if (config.serverProfile()) {
            WordpressRights rights = new WordpressRights(shelf);
            offers.offer(RightsReader.class, rights);
            offers.offer(RightsWriter.class, rights);
            offers.offer(AssetPublisher.class, new WordpressPublisher(shelf));
            offers.offer(DeliveryLog.class, new WordpressDeliveries(shelf));
        }
    }

    @Override
    public Map<Class<?>, String> options() {
        String profile = "serverProfile";
        return Map.of(
                RightsReader.class, profile,
                RightsWriter.class, profile,
                AssetPublisher.class, profile,
                DeliveryLog.class, profile);
    }

    @Override
    public List<SourceRef> gone(Collection<SourceRef> known) {
        Map<SourceRef, Long> ids = new LinkedHashMap<>();
        known.forEach(ref -> ids.put(ref, Shelf.id("assets.gone", ref)));
        Set<Long> there = client.media().existing(ids.values());
        return ids.keySet().stream()
                .filter(ref -> !there.contains(ids.get(ref)))
                .toList();
    }

    @Override
    public ConnectorDescription describe() {
        return new ConnectorDescription(
                VipConnector.SYSTEM,
                "VIP content library on WordPress",
                "wp/v2",
                WordpressCapabilities.describe(config.serverProfile()));
    }

    @Override
    public ConnectorCheck check() {
        WireUser user = client.me();
        Map<String, String> details = new LinkedHashMap<>();
        if (config.serverProfile()) {
            List<String> missing = ProfileCheck.missing(client);
            if (!missing.isEmpty()) {
                throw REFUSED.rejected(
                        "check",
                        WordpressErrors.PROFILE_MISSING,
                        "the server profile is not installed there or is an older one; missing are " + missing
                                + "; set serverProfile to false to do without it");
            }
        }
        details.put("serverProfile", config.serverProfile() ? "present" : "not used");
        details.put("user", Long.toString(user.id()));
        String name = Objects.requireNonNullElse(user.username(), config.username());
        return new ConnectorCheck(
                VipConnector.SYSTEM, name, null, config.options().time().now(), details);
    }

    @Override
    public void close() {
        client.close();
    }
}
