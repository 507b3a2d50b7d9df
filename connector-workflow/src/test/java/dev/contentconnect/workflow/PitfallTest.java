package dev.contentconnect.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskStatus;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.sandbox.WorkflowSandbox;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the vendor's users stumble over, one test each. */
class PitfallTest {
    private static final Actor ANNA = Actor.of("anna@example.com");
    private static final String CALLBACK_SECRET = "callback-77aa";

    private final FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
    private final WorkflowSandbox sandbox = new WorkflowSandbox(clock);
    private WorkflowConnector connector = WorkflowConnector.create(config().build());
    private CaseDesk desk = connector.require(CaseDesk.class);

    private WorkflowConfigBuilder config() {
        return SandboxFlowIT.config(sandbox)
                .time(clock)
                .webhookSecrets(List.of(Secret.of(CALLBACK_SECRET)))
                .callbackUrl(URI.create("https://receiver.example/hook"));
    }

    @BeforeEach
    void deploy() {
        ModelLibrary.deployAll(connector.client());
        sandbox.clearRequests();
    }

    @AfterEach
    void stop() {
        connector.close();
        sandbox.close();
    }

    private CaseRecord open(String key) {
        return desk.open(request(key, Map.of("stakeholders", "legal")));
    }

    private static CaseRequest request(String key, Map<String, Object> values) {
        return new CaseRequest(
                key, "contentconnect-approval", "Poster", SourceRef.of("dam", "1"), "1", null, null, values);
    }

    private CaseTask task(CaseRecord record) {
        return desk.tasks(TaskQuery.ALL.ofCase(record.ref())).iterator().next();
    }

    @Test
    void pitfall1FindsTasksOfCalledInstances() {
        CaseTask task = task(open("k"));
        assertThat(sandbox.requests("GET", "/workflow/v1/tasks"))
                .allSatisfy(one ->
                        assertThat(one.query("processInstanceIdWithChildren")).isPresent());
        assertThat(task.extensions().get("workflow").get("processInstanceId"))
                .isNotEqualTo(task.caseRef().id());
    }

    @Test
    void pitfall2SendsNoOutcomeThatTheModelDoesNotKnow() {
        CaseTask task = task(open("k"));
        assertThatThrownBy(() -> desk.complete(task.ref(), TaskResult.of("Approve", "note", ANNA)))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("approved");
        assertThat(sandbox.requests("POST", "/workflow/v1/tasks")).isEmpty();
    }

    @Test
    void pitfall3KeepsPagesWithVariablesSmallAndTrustsTheTotal() {
        for (int i = 0; i < 3; i++) {
            open("k" + i);
        }
        WorkflowQuery query = WorkflowQuery.ALL.pages(1_000).with("includeProcessVariables", true);
        assertThat(connector.client().tasks().list(query)).hasSize(3);
        assertThat(sandbox.requests("GET", "/workflow/v1/tasks"))
                .allSatisfy(one -> assertThat(one.query("count", 0)).isLessThanOrEqualTo(100));

        sandbox.failNext(
                1,
                "GET",
                "/workflow/v1/tasks",
                Fault.reply(SandboxResponse.json(Map.of(
                        "_embedded",
                        Map.of("tasks", List.of(Map.of("id", "t-0"))),
                        "page",
                        Map.of("totalElements", 4)))));
        assertThat(connector.client().tasks().list(query))
                .as("a short page is no end")
                .hasSizeGreaterThan(1);
    }

    @Test
    void pitfall4ClaimsBeforeItCompletes() {
        CaseTask task = task(open("k"));
        sandbox.clearRequests();
        CaseTask done = desk.complete(task.ref(), TaskResult.of("approved", "looks fine", ANNA));
        assertThat(done.assignee()).isEqualTo(ANNA);
        assertThat(sandbox.requests("POST", "/workflow/v1/tasks").stream()
                        .map(one -> one.path().endsWith("/comments")
                                ? "note"
                                : one.json().get("action")))
                .containsExactly("note", "claim", "complete");
    }

    @Test
    void pitfall5NeverHandsOutEncryptedVariables() {
        CaseRecord record = open("k");
        assertThat(String.valueOf(record.extensions().asMap()))
                .doesNotContain("callbackSecret")
                .doesNotContain(CALLBACK_SECRET);
        SandboxRequest start =
                sandbox.requests("POST", "/workflow/v1/process-instances").get(0);
        assertThat(start.text()).contains("\"encryption\":true").contains("receiver.example");
    }

    @Test
    void pitfall6ReadsWhatTheHistoryGetsLate() {
        CaseTask task = task(open("k"));
        sandbox.lagHistory(3);
        CaseTask done = desk.complete(task.ref(), TaskResult.of("approved", null, ANNA));
        assertThat(done.status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(clock.sleeps()).isNotEmpty();
    }

    @Test
    void pitfall6LosesNoEventThatIsWrittenLate() {
        CaseFeed feed = connector.require(CaseFeed.class);
        open("early");
        Set<String> ids = new LinkedHashSet<>();
        var first = feed.changes(null, 100);
        first.events().forEach(event -> ids.add(event.id()));
        open("late");
        sandbox.lagHistory(4);
        var second = feed.changes(first.next(), 100);
        assertThat(second.events()).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        open("newest");
        var third = feed.changes(second.next(), 100);
        third.events().forEach(event -> assertThat(ids.add(event.id())).isTrue());
        assertThat(third.events()).extracting(event -> event.caseKey()).contains("late", "newest");
    }

    @Test
    void pitfall7DoesNotAskForTokensAgainWhenTheKeyIsInvalid() {
        sandbox.failNext(
                9,
                "*",
                "/workflow/v1",
                Fault.reply(SandboxResponse.json(
                        401,
                        Map.of(
                                "fault",
                                Map.of(
                                        "faultstring",
                                        "Invalid ApiKey",
                                        "detail",
                                        Map.of("errorcode", "oauth.v2.InvalidApiKey"))))));
        int before = sandbox.tokensIssued();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> connector.check())
                    .hasMessageContaining("InvalidApiKey")
                    .hasMessageContaining("region, tenant and client");
        }
        assertThat(sandbox.tokensIssued()).isEqualTo(before);
        assertThat(sandbox.requests("*", "/workflow/v1")).hasSize(3);
    }

    @Test
    void pitfall8KeepsOurSecretsOutOfVariables() {
        assertThatThrownBy(() -> desk.open(request("k", Map.of("auth", "id:" + WorkflowSandbox.CLIENT_SECRET))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(WorkflowSandbox.CLIENT_SECRET);
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void startsOnceWhenTheAnswerIsLost() {
        sandbox.failNext(
                1,
                "POST",
                "/workflow/v1/process-instances",
                Fault.connectionReset().afterHandling());
        CaseRecord record = open("lost");
        assertThat(desk.findByKey("lost").orElseThrow().ref()).isEqualTo(record.ref());
        assertThat(sandbox.requests("POST", "/workflow/v1/process-instances")).hasSize(1);
    }

    @Test
    void theOlderOfTwoCasesOpenedInTheSameMomentStays() {
        Runnable rival = () -> {
            open("twice");
            clock.advance(Duration.ofMillis(3));
        };
        try (WorkflowConnector other =
                WorkflowConnector.create(config().build(), new RivalClient(connector.client(), rival, () -> {}))) {
            SourceRef stays = other.require(CaseDesk.class)
                    .open(request("twice", Map.of("stakeholders", "legal")))
                    .ref();

            assertThat(desk.findByKey("twice")).map(CaseRecord::ref).contains(stays);
            assertThat(connector
                            .client()
                            .history()
                            .processInstances(WorkflowQuery.ALL
                                    .with("businessKey", "twice")
                                    .with("finished", true))
                            .stream()
                            .filter(one -> one.endTime() != null))
                    .singleElement()
                    .satisfies(one -> assertThat(one.startTime()).startsWith("2031-05-04T03:02:01.003"))
                    .satisfies(one -> assertThat(one.deleteReason()).contains(stays.id()));
        }
    }

    @Test
    void completesOnceWhenTheAnswerIsLost() {
        CaseTask task = task(open("k"));
        desk.claim(task.ref(), ANNA);
        sandbox.clearRequests();
        sandbox.failNext(
                1, "POST", "/workflow/v1/tasks/", Fault.connectionReset().afterHandling());
        assertThat(desk.complete(task.ref(), TaskResult.of("approved", null, ANNA))
                        .outcome())
                .isEqualTo("approved");
        assertThat(sandbox.requests("POST", "/workflow/v1/tasks/")).hasSize(1);
    }

    @Test
    void doesNotRepeatACompletionThatMayStillBeOnItsWay() {
        CaseTask task = task(open("k"));
        desk.claim(task.ref(), ANNA);
        sandbox.clearRequests();
        sandbox.failNext(1, "POST", "/workflow/v1/tasks/", Fault.status(503));
        assertThat(FlowScene.kindOf(() -> desk.complete(task.ref(), TaskResult.of("approved", null, ANNA))))
                .isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(sandbox.requests("POST", "/workflow/v1/tasks/")).hasSize(1);
    }

    @Test
    void repeatsACompletionThatMetAnotherOne() {
        CaseTask task = task(open("k"));
        desk.claim(task.ref(), ANNA);
        sandbox.failNext(
                1,
                "POST",
                "/workflow/v1/tasks/",
                Fault.reply(SandboxResponse.json(
                        500,
                        Map.of(
                                "message",
                                "Internal server error",
                                "exception",
                                "ExecutionEntity[1] was updated by another transaction concurrently"))));
        assertThat(desk.complete(task.ref(), TaskResult.of("approved", null, ANNA))
                        .outcome())
                .isEqualTo("approved");
    }

    @Test
    void writesCommentsOfTasksToTheInstanceWhereTheServiceHasNoOthers() {
        sandbox.withoutTaskComments();
        CaseTask task = task(open("k"));
        CommentThread thread = connector.require(CommentThread.class);
        thread.add(task.ref(), new CommentDraft("c", "hello", ANNA, null));
        thread.add(task.ref(), new CommentDraft("c", "hello", ANNA, null));
        assertThat(thread.comments(task.ref())).hasSize(1);
    }

    @Test
    void resolvesOutcomesWhereTasksDoNotNameTheirDefinition() {
        sandbox.documentedFieldsOnly();
        CaseTask task = task(open("k"));
        assertThat(desk.outcomes(task.ref()))
                .extracting(one -> one.value())
                .containsExactly("approved", "rejected", "revise");
    }

    @Test
    void tellsApprovalsFromOtherTasksWhereTasksDoNotNameTheirDefinition() {
        sandbox.documentedFieldsOnly();
        CaseRecord exception = desk.open(new CaseRequest(
                "e", "contentconnect-exception", "Lost", SourceRef.of("dam", "1"), "1", null, null, Map.of()));

        assertThat(connector.require(ApprovalDesk.class).query(ApprovalQuery.ALL.ofCase(exception.ref())))
                .isEmpty();
        assertThat(connector
                        .require(ApprovalDesk.class)
                        .query(ApprovalQuery.ALL.ofCase(open("k").ref())))
                .hasSize(1);
    }

    @Test
    void readsAllEnvelopes() {
        open("a");
        open("b");
        for (String envelope : List.of("hal", "engine", "artefact")) {
            sandbox.envelope(envelope);
            assertThat(connector.client().tasks().list(WorkflowQuery.ALL.pages(1)))
                    .as(envelope)
                    .hasSize(2);
        }
    }

    @Test
    void stopsWhenTheServiceRepeatsItsFirstPage() {
        open("a");
        open("b");
        sandbox.ignoreOffset();
        sandbox.envelope("artefact");
        assertThat(connector.client().tasks().list(WorkflowQuery.ALL.pages(1))).hasSize(1);
    }

    @Test
    void doesNotFollowALinkToAnotherHost() {
        open("a");
        open("b");
        sandbox.clearRequests();
        sandbox.failNext(
                1,
                "GET",
                "/workflow/v1/tasks",
                Fault.reply(SandboxResponse.json(Map.of(
                        "_embedded",
                        Map.of("tasks", List.of(Map.of("id", "t-0"))),
                        "_links",
                        Map.of("next", Map.of("href", "https://elsewhere.invalid/workflow/v1/tasks?offset=1"))))));
        assertThat(connector.client().tasks().list(WorkflowQuery.ALL.pages(1))).hasSize(2);
        assertThat(sandbox.requests("GET", "/workflow/v1/tasks")).hasSize(2);
    }

    @Test
    void neverSendsNull() {
        CaseTask task = task(open("k"));
        desk.complete(task.ref(), TaskResult.of("approved", "x", ANNA));
        assertThat(sandbox.requests()).noneMatch(one -> one.text().contains(":null"));
    }

    @Test
    void asksForATokenInJsonWhereToldSo() {
        connector.close();
        connector = WorkflowConnector.create(
                config().tokenRequest(WorkflowConfig.TokenRequest.JSON).build());
        desk = connector.require(CaseDesk.class);
        connector.check();
        assertThat(sandbox.requests("POST", "/tenants/").get(0).json())
                .containsEntry("grant_type", "client_credentials");
    }
}
