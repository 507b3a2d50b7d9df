package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.auth.AuthStep;
import dev.contentconnect.core.auth.OAuthClient;
import dev.contentconnect.core.auth.OAuthTokens;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.spi.AbstractConnector;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.BudgetDesk;
import dev.contentconnect.core.spi.CapabilityDescription;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.ConnectorCheck;
import dev.contentconnect.core.spi.ConnectorDescription;
import dev.contentconnect.core.spi.ConnectorOptions;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.spi.ProgressDesk;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceFeed;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reference system's capabilities: all there are, but for renditions, full-text search and delegation. */
public final class ReferenceConnector extends AbstractConnector {
    /** The short name. */
    public static final String SYSTEM = "reference";

    private final ReferenceConfig config;
    private final HttpChannel tokenChannel;
    private final HttpChannel channel;
    private final ReferenceClient client;

    private ReferenceConnector(ReferenceConfig config) {
        super(SYSTEM);
        this.config = config;
        ConnectorOptions options = config.options();
        URI endpoint = options.endpoint();
        ReferenceErrors errors = new ReferenceErrors();
        this.tokenChannel = options.channel(SYSTEM, errors, null, null).build();
        OAuthClient oauth = new OAuthClient(
                RequestUri.of(endpoint).path("token").build(),
                config.clientId(),
                config.clientSecret(),
                null,
                OAuthClient.Style.FORM,
                Map.of());
        AuthStep auth =
                new AuthStep(OAuthTokens.clientCredentials(oauth, tokenChannel, options.time()), List.of(endpoint));
        this.channel = options.channel(SYSTEM, errors, auth, null).build();
        this.client = new ReferenceClient(channel, endpoint, options.pageSize());
        offerAll(config.webhookSecret());
    }

    private void offerAll(@Nullable Secret webhookSecret) {
        ReferenceAssets assets = new ReferenceAssets(client);
        ReferenceRights rights = new ReferenceRights(client);
        offer(AssetReader.class, assets);
        offer(AssetWriter.class, assets);
        offer(AssetPublisher.class, new ReferencePublications(client));
        offer(ApprovalDesk.class, new ReferenceApprovals(client));
        offer(RightsReader.class, rights);
        offer(RightsWriter.class, rights);
        offer(CaseDesk.class, new ReferenceCases(client));
        offer(CommentThread.class, new ReferenceComments(client));
        offer(AssetFeed.class, new ReferenceFeed(client, "asset"));
        offer(CaseFeed.class, new ReferenceFeed(client, "case"));
        offer(WorkspaceDesk.class, new ReferenceWorkspaces(client, assets));
        offer(PartnerDesk.class, new ReferencePartners(client));
        offer(DeliveryLog.class, new ReferenceDeliveries(client));
        offer(BudgetDesk.class, new ReferenceBudgets(client));
        offer(ProgressDesk.class, new ReferenceProgress(client));
        offer(WorkspaceFeed.class, new ReferenceFeed(client, "workspace"));
        if (webhookSecret != null) {
            offer(WebhookReceiver.class, new ReferenceWebhooks(webhookSecret));
        }
    }

    /**
     * A connector.
     *
     * @param config how to reach the system
     * @return a connector, open; nothing is asked yet
     */
    public static ReferenceConnector create(ReferenceConfig config) {
        return new ReferenceConnector(config);
    }

    @Override
    public ConnectorDescription describe() {
        return new ConnectorDescription(
                SYSTEM,
                "Reference system of the test kit",
                "1",
                offered().stream().map(ReferenceConnector::describe).toList());
    }

    private static CapabilityDescription describe(Class<?> type) {
        if (type == AssetReader.class) {
            return CapabilityDescription.without(
                    type,
                    Set.of("renditions", "query.text", "content.rendition"),
                    "no full-text search",
                    "content of versions only");
        }
        return type == CaseDesk.class
                ? CapabilityDescription.without(type, Set.of("delegate"), "release and claim instead")
                : CapabilityDescription.whole(type);
    }

    record WireIdentity(String name, String version) {}

    @Override
    public ConnectorCheck check() {
        URI uri = RequestUri.of(config.options().endpoint()).path("me").build();
        WireIdentity me = channel.read(HttpCall.get("check", uri).build(), WireIdentity.class);
        return new ConnectorCheck(
                SYSTEM, me.name(), me.version(), config.options().time().now(), Map.of());
    }

    @Override
    protected void disconnect() {
        channel.close();
        tokenChannel.close();
    }

    /** The address only. */
    @Override
    public String toString() {
        return "ReferenceConnector[" + config.options().endpoint() + "]";
    }
}
