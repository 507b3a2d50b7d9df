package dev.contentconnect.workflow;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.testkit.ContractCall;
import dev.contentconnect.core.testkit.ContractSubject;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.core.webhook.WebhookRequest;
import dev.contentconnect.workflow.sandbox.WorkflowSandbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A tenant with our models. */
final class WorkflowSubject extends ContractSubject {
    private static final String CALLBACK_SECRET = "callback-secret-51c7";
    private static final String EVENT =
            "{\"eventId\":\"p-1-completed\",\"type\":\"case.completed\",\"caseKey\":\"dam:42:1\","
                    + "\"processInstanceId\":\"p-1\",\"outcome\":\"approved\",\"time\":\"2031-05-04T03:02:01Z\"}";

    private final WorkflowSandbox sandbox;
    private final FakeClock clock;
    private final boolean calledBack;
    private final AtomicInteger count = new AtomicInteger();

    /** With webhook secrets, or without any. */
    WorkflowSubject(FakeClock clock, boolean calledBack) {
        this.sandbox = new WorkflowSandbox(clock);
        this.clock = clock;
        this.calledBack = calledBack;
        try (WorkflowConnector setUp =
                WorkflowConnector.create(SandboxFlowIT.config(sandbox).build())) {
            ModelLibrary.deployAll(setUp.client());
        }
        sandbox.clearRequests();
    }

    @Override
    public Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public Connector connect(Wiring wiring) {
        return WorkflowConnector.create(wiring.apply(WorkflowConfig.builder())
                .endpoint(sandbox.endpoint())
                .tenant(WorkflowSandbox.TENANT)
                .clientId(WorkflowSandbox.CLIENT_ID)
                .clientSecret(Secret.of(WorkflowSandbox.CLIENT_SECRET))
                .webhookSecrets(calledBack ? List.of(Secret.of(CALLBACK_SECRET)) : List.of())
                .build());
    }

    @Override
    public ContractCall read(Connector connector) {
        CaseDesk desk = connector.require(CaseDesk.class);
        desk.open(caseRequest("read"));
        return new ContractCall("GET", "/workflow/v1/process-instances", () -> desk.findByKey("read"));
    }

    @Override
    public ContractCall write(Connector connector) {
        SourceRef opened = commentable(connector);
        CommentThread thread = connector.require(CommentThread.class);
        return new ContractCall(
                "POST",
                "/workflow/v1/process-instances/",
                () -> thread.add(opened, new CommentDraft("c-" + count.incrementAndGet(), "Hm.", null, null)));
    }

    @Override
    public Optional<String> tokenPath() {
        return Optional.of("/tenants/");
    }

    @Override
    public Set<String> secrets() {
        return calledBack
                ? Set.of(WorkflowSandbox.CLIENT_SECRET, CALLBACK_SECRET)
                : Set.of(WorkflowSandbox.CLIENT_SECRET);
    }

    @Override
    public String wordMember() {
        return "name";
    }

    @Override
    public void fillList(Connector connector, int wanted) {
        for (int i = 0; i < wanted; i++) {
            connector.require(CaseDesk.class).open(caseRequest("list-" + i));
        }
    }

    @Override
    public Paged<?> list(Connector connector, int pageSize) {
        return connector.require(CaseDesk.class).tasks(TaskQuery.ALL.withPageSize(pageSize));
    }

    @Override
    public CaseRequest caseRequest(String key) {
        return new CaseRequest(
                key,
                "contentconnect-approval",
                "Poster",
                SourceRef.of("elsewhere", "1"),
                "1",
                null,
                null,
                Map.of("stakeholders", "legal"));
    }

    @Override
    public SourceRef commentable(Connector connector) {
        return connector.require(CaseDesk.class).open(caseRequest("commented")).ref();
    }

    @Override
    public WebhookRequest webhook() {
        return webhook(EVENT.getBytes(StandardCharsets.UTF_8), clock.now());
    }

    @Override
    public WebhookRequest webhook(byte[] body, Instant sentAt) {
        return pushed(CALLBACK_SECRET, body);
    }

    @Override
    public boolean isWebhookTimed() {
        return false;
    }

    @Override
    public WebhookRequest forgedWebhook() {
        return pushed("a guess", EVENT.getBytes(StandardCharsets.UTF_8));
    }

    private WebhookRequest pushed(String secret, byte[] body) {
        return WebhookRequest.of(Map.of(WorkflowWebhooks.SECRET_HEADER, List.of(secret)), body, clock.now());
    }
}
