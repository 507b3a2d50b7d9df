package dev.contentconnect.iconik;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AbstractConnector;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.ConnectorCheck;
import dev.contentconnect.core.spi.ConnectorDescription;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.iconik.map.AssetMapper;
import dev.contentconnect.iconik.wire.WireField;
import dev.contentconnect.iconik.wire.WireUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One iconik tenant. Safe for several threads; open it once and keep it. */
public final class IconikConnector extends AbstractConnector {
    /** The short name of the system, as it stands in {@link SourceRef#system()}. */
    public static final String SYSTEM = AssetMapper.SYSTEM;

    /** What this connector throws where it finds a failure itself. */
    static final LocalErrors REFUSED = LocalErrors.of(SYSTEM);

    private final IconikConfig config;
    private final IconikClient client;
    private final Library library;

    private IconikConnector(IconikConfig config, IconikClient client) {
        super(SYSTEM);
        this.config = config;
        this.client = client;
        this.library = new Library(client, config);
        IconikComments comments = new IconikComments(library);
        IconikRights rights = new IconikRights(library);
        offer(AssetReader.class, new IconikReader(library));
        offer(AssetWriter.class, new IconikWriter(library, new Ingest(library)));
        offer(ApprovalDesk.class, new IconikApprovals(library, comments));
        offer(RightsReader.class, rights);
        offer(RightsWriter.class, rights);
        offer(CommentThread.class, comments);
        offer(AssetFeed.class, new IconikFeed(library));
        needs(AssetPublisher.class, "publicationCollection");
        needs(WebhookReceiver.class, "webhookSecrets");
        String publications = config.publicationCollection();
        if (publications != null) {
            offer(AssetPublisher.class, new IconikPublisher(library, publications));
        }
        if (!config.webhookSecrets().isEmpty()) {
            offer(
                    WebhookReceiver.class,
                    new IconikWebhooks(config.webhookSecrets(), config.webhookHeader(), config.systemDomain()));
        }
    }

    /**
     * Makes a connector. Never touches the network.
     *
     * @param config how to reach iconik
     * @return a connector, ready for use
     */
    public static IconikConnector create(IconikConfig config) {
        return new IconikConnector(config, IconikClient.create(config));
    }

    /**
     * Makes a connector on a client of the host's own, for example a fake.
     *
     * @param config what the capabilities go by
     * @param client the client; closed with the connector
     * @return a connector, ready for use
     */
    public static IconikConnector create(IconikConfig config, IconikClient client) {
        return new IconikConnector(config, client);
    }

    /**
     * iconik in its own words, on the same connection.
     *
     * @return the client; closed with the connector
     */
    public IconikClient client() {
        return client;
    }

    /**
     * Keeps webhooks registered and switched on.
     *
     * @return the upkeep; each call of it is a few requests
     */
    public WebhookUpkeep webhooks() {
        checkOpen();
        return new WebhookUpkeep(client.webhooks(), config.webhookHeader());
    }

    @Override
    public ConnectorDescription describe() {
        return new ConnectorDescription(SYSTEM, "iconik", "v1", IconikCapabilities.describe(library));
    }

    /**
     * Asks who we are, and whether the configured views have the configured fields: a request, and one for each view.
     *
     * @return who we are
     * @throws dev.contentconnect.core.error.ConnectorException Rejected when a view or a field is missing, NotFound,
     *     RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    @Override
    public ConnectorCheck check() {
        checkOpen();
        WireUser user = client.users().current();
        checkFields(config.assetView(), library.assetFields(), "assetFields");
        checkFields(config.rightsView(), library.rightsFields(), "rightsFields");
        Map<String, String> details = new LinkedHashMap<>();
        details.put("user", Objects.requireNonNullElse(user.id(), "unknown"));
        details.put("type", Objects.requireNonNullElse(user.type(), "unknown"));
        String name = Objects.requireNonNullElse(user.email(), user.id() == null ? "unknown" : user.id());
        return new ConnectorCheck(SYSTEM, name, null, config.options().time().now(), details);
    }

    private void checkFields(@Nullable String view, Map<String, String> fields, String option) {
        if (view == null) {
            return;
        }
        List<@Nullable String> present = client.metadata().view(view).viewFields().stream()
                .map(WireField::name)
                .toList();
        List<String> missing = fields.values().stream()
                .filter(field -> !present.contains(field))
                .toList();
        if (!missing.isEmpty()) {
            throw REFUSED.rejected(
                    "check",
                    "fields_missing",
                    "view " + view + " has no fields " + missing + "; see the option " + option);
        }
    }

    @Override
    protected void disconnect() {
        client.close();
    }

    /** Names the system; no secrets. */
    @Override
    public String toString() {
        return "IconikConnector[" + config + "]";
    }
}
