package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.map.AssetMapper;
import dev.contentconnect.aprimo.map.FieldValues;
import dev.contentconnect.aprimo.pm.AprimoPmClient;
import dev.contentconnect.aprimo.pm.PmCapabilities;
import dev.contentconnect.aprimo.pm.PmWebhooks;
import dev.contentconnect.aprimo.wire.WireFieldDefinition;
import dev.contentconnect.aprimo.wire.WireUser;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AbstractConnector;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.BudgetDesk;
import dev.contentconnect.core.spi.CapabilityDescription;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.ConnectorCheck;
import dev.contentconnect.core.spi.ConnectorDescription;
import dev.contentconnect.core.spi.ProgressDesk;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.WebhookReceiver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One Aprimo tenant, its DAM and its Productivity Management. Safe for several threads; open it once and keep it. */
public final class AprimoConnector extends AbstractConnector {
    /** The short name of the system, as it stands in {@link SourceRef#system()}. */
    public static final String SYSTEM = AssetMapper.SYSTEM;

    /** What this connector throws where it finds a failure itself. */
    static final LocalErrors REFUSED = LocalErrors.of(SYSTEM);

    private static final String CHECK = "check";

    private final AprimoConfig config;
    private final AprimoClient client;
    private final AprimoResolver resolver;
    private final AprimoPmClient pm;
    private final PmCapabilities pmCapabilities;
    private volatile @Nullable String ownUser;

    private AprimoConnector(AprimoConfig config, AprimoClient client, AprimoPmClient pm) {
        super(SYSTEM);
        this.pm = pm;
        this.pmCapabilities =
                new PmCapabilities(pm, config.pm(), config.options().time());
        this.config = config;
        this.client = client;
        this.resolver = new AprimoResolver(client, config);
        this.ownUser = config.ownUser();
        Library library = new Library(client, config, resolver);
        offer(AssetReader.class, new AprimoReader(library));
        String keyField = config.keyField();
        if (keyField != null) {
            offer(AssetWriter.class, new AprimoWriter(library, keyField));
        }
        offer(AssetFeed.class, new AprimoFeed(library));
        if (!config.rightsFields().isEmpty()) {
            AprimoRights rights = new AprimoRights(library);
            offer(RightsReader.class, rights);
            offer(RightsWriter.class, rights);
        }
        if (config.publicationField() != null) {
            offer(AssetPublisher.class, new AprimoPublisher(library, config.publicationField()));
        }
        if (!config.approvalFields().isEmpty()) {
            offer(ApprovalDesk.class, new AprimoApprovals(library));
        }
        pmCapabilities.budgets().ifPresent(desk -> offer(BudgetDesk.class, desk));
        pmCapabilities.comments().ifPresent(thread -> offer(CommentThread.class, thread));
        pmCapabilities.progress().ifPresent(desk -> offer(ProgressDesk.class, desk));
        pmCapabilities.cases().ifPresent(desk -> offer(CaseDesk.class, desk));
        webhooks().ifPresent(receiver -> offer(WebhookReceiver.class, receiver));
        AprimoCapabilities.options().forEach(this::needs);
    }

    /** One receiver for what both products push. */
    private Optional<WebhookReceiver> webhooks() {
        Optional<PmWebhooks> pushed = pmCapabilities.webhooks();
        if (config.webhookSecrets().isEmpty()) {
            return pushed.map(WebhookReceiver.class::cast);
        }
        WebhookReceiver callouts = new AprimoCallouts(config.webhookSecrets(), config.webhookHeader(), () -> ownUser);
        return Optional.of(
                pushed.<WebhookReceiver>map(events -> events.besides(callouts)).orElse(callouts));
    }

    /**
     * Makes a connector. Never touches the network.
     *
     * @param config how to reach Aprimo
     * @return a connector, ready for use
     */
    public static AprimoConnector create(AprimoConfig config) {
        AprimoHttp http = new AprimoHttp(config);
        AprimoPmClient pm = AprimoPmClient.over(http.pm(), config.login().endpoint(), config.pm());
        return new AprimoConnector(config, new HttpAprimoClient(http), pm);
    }

    /**
     * Makes a connector on clients of the host's own, for example fakes.
     *
     * @param config what the capabilities go by
     * @param client the client of the DAM; closed with the connector
     * @param pm the client of Productivity Management
     * @return a connector, ready for use
     */
    public static AprimoConnector create(AprimoConfig config, AprimoClient client, AprimoPmClient pm) {
        return new AprimoConnector(config, client, pm);
    }

    /**
     * Aprimo in its own words, on the same connection.
     *
     * @return the client; closed with the connector
     */
    public AprimoClient client() {
        return client;
    }

    /**
     * Productivity Management in its own words, on the same tokens and within the same quota.
     *
     * @return the client; of no use any more once the connector is closed
     */
    public AprimoPmClient pm() {
        return pm;
    }

    /**
     * What ids stand for, kept for a while.
     *
     * @return the resolver
     */
    public AprimoResolver resolver() {
        return resolver;
    }

    /**
     * The same connector for what is done while a call-out of a rule is handled: each of its calls says so, and the rule knows
     * its own echo.
     *
     * @param referenceId what came along with the call-out, as {@code referenceId} among the extensions of the event
     * @return a connector on the same connection; closing it does nothing
     */
    public AprimoConnector handling(String referenceId) {
        return new AprimoConnector(config, client.handling(referenceId), pm);
    }

    @Override
    public ConnectorDescription describe() {
        List<CapabilityDescription> capabilities = new ArrayList<>(AprimoCapabilities.describe(config));
        for (CapabilityDescription one : pmCapabilities.describe()) {
            // What both products push comes through one receiver, which is described already.
            if (capabilities.stream().noneMatch(other -> other.type().equals(one.type()))) {
                capabilities.add(one);
            }
        }
        return new ConnectorDescription(SYSTEM, "Aprimo DAM and Productivity Management", "1", capabilities);
    }

    /**
     * Asks both hosts who we are and which languages there are, and whether the configured fields exist: two requests, and one
     * for each field.
     *
     * @return who we are
     * @throws dev.contentconnect.core.error.ConnectorException Rejected when a field or language is missing or the field for
     *     keys is not unique; NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    @Override
    public ConnectorCheck check() {
        checkOpen();
        WireUser user = client.me();
        if (ownUser == null && user.adamUserId() != null) {
            ownUser = FieldValues.id(user.adamUserId());
        }
        int languages = client.vocabulary()
                .languages(PagedLists.MAX_SIZE)
                .pages()
                .iterator()
                .next()
                .items()
                .size();
        if (config.language() != null) {
            resolver.language(config.language());
        }
        checkFields();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("user", Objects.requireNonNullElse(user.userId(), "unknown"));
        details.put("damUser", Objects.requireNonNullElse(user.adamUserId(), "unknown"));
        details.put("languages", Integer.toString(languages));
        return new ConnectorCheck(
                SYSTEM, user.userId(), null, config.options().time().now(), details);
    }

    private void checkFields() {
        Set<String> wanted = new LinkedHashSet<>(config.assetFields().values());
        wanted.addAll(config.rightsFields().values());
        wanted.addAll(config.approvalFields().values());
        if (config.publicationField() != null) {
            wanted.add(config.publicationField());
        }
        List<String> missing = new ArrayList<>();
        for (String name : wanted) {
            if (resolver.find(name).isEmpty()) {
                missing.add(name);
            }
        }
        String keyField = config.keyField();
        if (keyField != null) {
            WireFieldDefinition key = resolver.find(keyField).orElse(null);
            if (key == null) {
                missing.add(keyField);
            } else if (!Boolean.TRUE.equals(key.isUniqueIdentifier())) {
                throw REFUSED.rejected(
                        CHECK,
                        "key_not_unique",
                        "the field " + keyField + " is no unique identifier; see the option keyField");
            }
        }
        if (!missing.isEmpty()) {
            throw REFUSED.rejected(
                    CHECK,
                    "fields_missing",
                    "the tenant has no fields " + missing + "; see the options keyField, assetFields, rightsFields,"
                            + " approvalFields, publicationField");
        }
    }

    @Override
    protected void disconnect() {
        client.close();
    }

    /** Names the system; no secrets. */
    @Override
    public String toString() {
        return "AprimoConnector[" + config + "]";
    }
}
