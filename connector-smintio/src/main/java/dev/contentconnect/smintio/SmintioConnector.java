package dev.contentconnect.smintio;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AbstractConnector;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.ConnectorCheck;
import dev.contentconnect.core.spi.ConnectorDescription;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.smintio.api.Operation;
import dev.contentconnect.smintio.map.Ids;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One tenant of Smint.io: its licensing, one of its portals, or both. An agency with many clients opens one for each tenant and
 * portal, each with its own logins and its own shelf. Safe for several threads; open it once and keep it.
 */
public final class SmintioConnector extends AbstractConnector {
    /** The short name of the system, as it stands in {@link SourceRef#system()}. */
    public static final String SYSTEM = Ids.SYSTEM;

    /** What this connector throws where it finds a failure itself. */
    static final LocalErrors REFUSED = LocalErrors.of(SYSTEM);

    private final SmintioConfig config;
    private final SmintioClient client;
    private final Library library;

    private SmintioConnector(SmintioConfig config, SmintioClient client) {
        super(SYSTEM);
        this.config = config;
        this.client = client;
        this.library = new Library(client, config);
        PortalConfig portal = config.portal();
        if (config.licensing() != null || portal != null) {
            offer(AssetReader.class, new SmintioReader(library));
            offer(RightsReader.class, new SmintioRights(library));
        }
        if (SmintioCapabilities.hasFeed(config)) {
            offer(AssetFeed.class, new SmintioFeed(library));
        }
        if (SmintioCapabilities.hasUsage(config)) {
            offer(DeliveryLog.class, new SmintioUsage(library));
        }
        if (portal != null) {
            offer(AssetPublisher.class, new SmintioPublisher(library, portal));
            String reviews = portal.reviewCollection();
            if (reviews != null) {
                offer(CommentThread.class, new SmintioComments(library, reviews));
            }
        }
        SmintioCapabilities.options().forEach(this::needs);
    }

    /** The refusal of what is not configured. */
    static ConnectorException notConfigured(String operation, String option) {
        return NotOffered.by(SYSTEM, operation, "the option " + option + " is not set");
    }

    /**
     * Makes a connector. Never touches the network.
     *
     * @param config how to reach Smint.io
     * @return a connector, ready for use
     */
    public static SmintioConnector create(SmintioConfig config) {
        return new SmintioConnector(config, SmintioClient.create(config));
    }

    /**
     * Makes a connector on a client of the host's own, for example a fake.
     *
     * @param config what the capabilities go by
     * @param client the client; closed with the connector
     * @return a connector, ready for use
     */
    public static SmintioConnector create(SmintioConfig config, SmintioClient client) {
        return new SmintioConnector(config, client);
    }

    /**
     * Smint.io in its own words, on the same connection.
     *
     * @return the client; closed with the connector
     */
    public SmintioClient client() {
        return client;
    }

    /**
     * Keeps the shelf up to date.
     *
     * @return the sync of the configured shelf
     * @throws ConnectorException Rejected with the code {@code not_offered} where no shelf is configured
     */
    public PurchaseSync purchases() {
        checkOpen();
        return library.purchases.sync();
    }

    @Override
    public ConnectorDescription describe() {
        return new ConnectorDescription(SYSTEM, "Smint.io", "v1", SmintioCapabilities.describe(config));
    }

    /**
     * Asks licensing for its words, and the portal for what it can: a request for each part that is configured. Proves login and
     * paths. Where neither is, the login alone is proven, and the details say so.
     *
     * @return what is there
     * @throws ConnectorException NotFound when a path or the tenant is wrong, RateLimited, Unauthenticated, Forbidden, Unavailable,
     *     TimedOut, Undecodable
     */
    @Override
    public ConnectorCheck check() {
        checkOpen();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("tenant", config.tenant());
        if (config.licensing() != null) {
            details.put(
                    "lists of words",
                    Integer.toString(client.licensing().metadata().size()));
        }
        PortalConfig portal = config.portal();
        if (portal != null) {
            Operation support = Operation.read("IAssetsRead", "getAssetsReadFeatureSupportAsync");
            client.portal().run(support, Map.of());
            details.put("portal", String.valueOf(portal.portalUrl()));
        }
        if (config.licensing() == null && portal == null) {
            client.logins().keepAlive();
            details.put("capabilities", "none: neither purchasesPath nor portalUrl is set");
        }
        return new ConnectorCheck(
                SYSTEM, config.tenant(), null, config.options().time().now(), details);
    }

    @Override
    protected void disconnect() {
        client.close();
    }

    /** Names the system; no secrets. */
    @Override
    public String toString() {
        return "SmintioConnector[" + config + "]";
    }
}
