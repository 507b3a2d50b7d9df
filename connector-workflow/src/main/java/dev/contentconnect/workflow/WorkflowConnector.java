package dev.contentconnect.workflow;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AbstractConnector;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.ConnectorCheck;
import dev.contentconnect.core.spi.ConnectorDescription;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.map.CaseMapper;
import java.util.Map;
import java.util.Objects;

/** One tenant of the Workflow Service. Safe for several threads; open it once and keep it. */
public final class WorkflowConnector extends AbstractConnector {
    /** The short name of the system, as it stands in {@link SourceRef#system()}. */
    public static final String SYSTEM = CaseMapper.SYSTEM;

    /** What this connector throws where it finds a failure itself. */
    static final LocalErrors REFUSED = LocalErrors.of(SYSTEM);

    private final WorkflowConfig config;
    private final WorkflowClient client;

    private WorkflowConnector(WorkflowConfig config, WorkflowClient client) {
        super(SYSTEM);
        this.config = config;
        this.client = client;
        CaseFile cases = new CaseFile(client, config);
        CaseOpening opening = new CaseOpening(cases);
        offer(CaseDesk.class, new WorkflowCaseDesk(cases, opening));
        offer(ApprovalDesk.class, new WorkflowApprovalDesk(cases, opening));
        offer(CommentThread.class, new WorkflowComments(cases));
        offer(CaseFeed.class, new WorkflowCaseFeed(cases));
        needs(WebhookReceiver.class, "webhookSecrets");
        if (!config.webhookSecrets().isEmpty()) {
            offer(WebhookReceiver.class, new WorkflowWebhooks(config.webhookSecrets(), config.subjectSystem()));
        }
    }

    /**
     * Makes a connector. Never touches the network.
     *
     * @param config how to reach the service
     * @return a connector, ready for use
     */
    public static WorkflowConnector create(WorkflowConfig config) {
        return new WorkflowConnector(config, WorkflowClient.create(config));
    }

    /**
     * Makes a connector on a client of the host's own, for example a fake.
     *
     * @param config what the capabilities go by
     * @param client the client; closed with the connector
     * @return a connector, ready for use
     */
    public static WorkflowConnector create(WorkflowConfig config, WorkflowClient client) {
        return new WorkflowConnector(config, client);
    }

    /**
     * The service in its own words, on the same connection.
     *
     * @return the client; closed with the connector
     */
    public WorkflowClient client() {
        return client;
    }

    @Override
    public ConnectorDescription describe() {
        return new ConnectorDescription(
                SYSTEM, "OpenText Workflow Service", "v1", WorkflowCapabilities.describe(offered()));
    }

    /**
     * Asks for the first model, which every token that works may do.
     *
     * @return who we are
     * @throws dev.contentconnect.core.error.ConnectorException Unauthenticated, Forbidden, RateLimited, Unavailable, TimedOut, Undecodable
     */
    @Override
    public ConnectorCheck check() {
        checkOpen();
        client.models().list(WorkflowQuery.ALL.pages(1)).pages().iterator().next();
        return new ConnectorCheck(
                SYSTEM,
                Objects.requireNonNullElse(config.username(), config.clientId()),
                null,
                config.options().time().now(),
                Map.of("tenant", config.tenant()));
    }

    @Override
    protected void disconnect() {
        client.close();
    }

    /** Names the tenant; no secrets. */
    @Override
    public String toString() {
        return "WorkflowConnector[" + config + "]";
    }
}
