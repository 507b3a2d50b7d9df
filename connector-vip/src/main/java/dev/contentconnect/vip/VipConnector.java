package dev.contentconnect.vip;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AbstractConnector;
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
import dev.contentconnect.vip.map.AssetMapper;
import dev.contentconnect.vip.wire.WireUser;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One VIP content library. Safe for several threads; open it once and keep it. */
public final class VipConnector extends AbstractConnector {
    /** The short name of the system, as it stands in {@link SourceRef#system()}. */
    public static final String SYSTEM = AssetMapper.SYSTEM;

    private final WordpressConfig config;
    private final WordpressClient client;

    private VipConnector(WordpressConfig config, WordpressClient client) {
        super(SYSTEM);
        this.config = config;
        this.client = client;
        Shelf shelf = new Shelf(client, config);
        offer(AssetReader.class, new WordpressReader(shelf));
        offer(AssetWriter.class, new WordpressWriter(shelf));
        offer(CommentThread.class, new WordpressComments(shelf));
        offer(AssetFeed.class, new WordpressFeed(shelf));
        if (config.serverProfile()) {
            WordpressRights rights = new WordpressRights(shelf);
            offer(RightsReader.class, rights);
            offer(RightsWriter.class, rights);
            offer(AssetPublisher.class, new WordpressPublisher(shelf));
            offer(DeliveryLog.class, new WordpressDeliveries(shelf));
        }
    }

    /**
     * Makes a connector. Never touches the network.
     *
     * @param config how to reach the library
     * @return a connector, ready for use
     */
    public static VipConnector create(VipConfig config) {
        WordpressConfig wordpress = (WordpressConfig) config;
        return new VipConnector(wordpress, WordpressClient.create(wordpress));
    }

    /**
     * Makes a connector on a client of the host's own, for example a fake.
     *
     * @param config what the capabilities go by
     * @param client the client; closed with the connector
     * @return a connector, ready for use
     */
    public static VipConnector create(WordpressConfig config, WordpressClient client) {
        return new VipConnector(config, client);
    }

    /**
     * WordPress in its own words, on the same connection.
     *
     * @return the client; closed with the connector
     */
    public WordpressClient wordpress() {
        return client;
    }

    /**
     * Which of some assets are gone. WordPress tells nobody of deletions, so a host that needs to know asks for what it
     * remembers, now and then: a request for each hundred.
     *
     * @param known identities of this system
     * @return those that are no longer there
     * @throws dev.contentconnect.core.error.ConnectorException RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    public List<SourceRef> gone(Collection<SourceRef> known) {
        checkOpen();
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
                SYSTEM,
                "VIP content library on WordPress",
                "wp/v2",
                WordpressCapabilities.describe(config.serverProfile()));
    }

    @Override
    public ConnectorCheck check() {
        checkOpen();
        WireUser user = client.me();
        Map<String, String> details = new LinkedHashMap<>();
        if (config.serverProfile()) {
            List<String> missing = WordpressCapabilities.missing(client.media().schema());
            if (!missing.isEmpty()) {
                throw Refused.rejected(
                        "check",
                        "server_profile_missing",
                        "the server profile is not installed there or is an older one; missing are " + missing
                                + "; set serverProfile to false to do without it");
            }
        }
        details.put("serverProfile", config.serverProfile() ? "present" : "not used");
        details.put("user", Long.toString(user.id()));
        String name = Objects.requireNonNullElse(user.username(), config.username());
        return new ConnectorCheck(SYSTEM, name, null, config.options().time().now(), details);
    }

    @Override
    protected void disconnect() {
        client.close();
    }

    /** Names the site; no secrets. */
    @Override
    public String toString() {
        return "VipConnector[" + config + "]";
    }
}
