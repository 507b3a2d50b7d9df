package dev.contentconnect.workflow;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AbstractConnector;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.CapabilityDescription;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.ConnectorCheck;
import dev.contentconnect.core.spi.ConnectorDescription;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.map.CaseMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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
        needs(WebhookReceiver.class, "callbackSecrets");
        if (!config.callbackSecrets().isEmpty()) {
            offer(WebhookReceiver.class, new WorkflowWebhooks(config.callbackSecrets(), config.subjectSystem()));
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
        List<CapabilityDescription> out = new ArrayList<>();
        out.add(CapabilityDescription.without(
                        CaseDesk.class,
                        Set.of("resolve"),
                        "a case ends by its tasks; complete them or cancel the case",
                        "of two cases that two processes open under one key in the same moment the younger is cancelled;"
                                + " open again to get the one that stays",
                        "tasks: a candidate is a person where it has an @, else a group; of finished tasks it is looked for"
                                + " within a case"
                                + " only",
                        "links are kept as variables of the case and attached to the tasks that are open")
                .withInPart("tasks.candidate"));
        out.add(CapabilityDescription.whole(
                        ApprovalDesk.class,
                        "a subject is looked for within a case only",
                        "without a case a stakeholder is looked for as the category of tasks",
                        "the service tells open from finished: other statuses are told apart when the tasks were read")
                .withInPart("query.subject"));
        out.add(CapabilityDescription.without(
                CommentThread.class,
                Set.of("add.replyTo"),
                "no threads: a comment that answers another is refused",
                "a last line in the text carries the key and the author on whose behalf it was said",
                "two who say something under one key in the same moment say it twice"));
        out.add(CapabilityDescription.whole(
                CaseFeed.class,
                "polls the history, from the present on unless feedFrom is set",
                "claims and comments are seen with the creation or end of their task or case; holds and resumptions"
                        + " leave no trace there"));
        if (offered().contains(WebhookReceiver.class)) {
            out.add(CapabilityDescription.whole(
                    WebhookReceiver.class,
                    "takes the callbacks of the models shipped with this connector; a cancelled case calls nobody"));
        }
        return new ConnectorDescription(SYSTEM, "OpenText Workflow Service", "v1", out);
    }

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
