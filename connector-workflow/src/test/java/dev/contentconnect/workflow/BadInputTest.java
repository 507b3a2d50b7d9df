package dev.contentconnect.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.workflow.sandbox.WorkflowSandbox;
import dev.contentconnect.workflow.wire.WireExecutionAction;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service, a model or a caller may get wrong: a typed failure that names what it is about, or a recovery. */
class BadInputTest {
    private static final String INSTANCES = "/workflow/v1/process-instances";
    private static final String TASKS = "/workflow/v1/tasks";
    private static final Actor ANNA = Actor.of("anna@example.com");
    private static final Actor BEN = Actor.of("ben@example.com");

    private final FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
    private final WorkflowSandbox sandbox = new WorkflowSandbox(clock);
    private final WorkflowConnector connector =
            WorkflowConnector.create(SandboxFlowIT.config(sandbox).time(clock).build());
    private final CaseDesk desk = connector.require(CaseDesk.class);
    private final ApprovalDesk approvals = connector.require(ApprovalDesk.class);

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

    private static CaseRequest request(String key, String model) {
        return new CaseRequest(
                key, model, "Poster", SourceRef.of("dam", "1"), "1", null, null, Map.of("stakeholders", "legal"));
    }

    private CaseRecord open(String key) {
        return desk.open(request(key, "contentconnect-approval"));
    }

    private CaseTask task(CaseRecord record) {
        return desk.tasks(TaskQuery.ALL.ofCase(record.ref())).iterator().next();
    }

    /** Of that kind, from that operation, and naming what it is about. */
    private static ConnectorException assertFails(
            ErrorKind kind, String operation, String about, ThrowingCallable call) {
        ConnectorException failure = catchThrowableOfType(ConnectorException.class, call);
        assertThat(failure).as(operation).isNotNull();
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
        assertThat(failure.error().trace().operation()).isEqualTo(operation);
        assertThat(failure.error().trace().message()).contains(about);
        return failure;
    }

    private static String code(ConnectorException failure) {
        return String.valueOf(failure.error().trace().vendorCode());
    }

    @Nested
    class AnOutcomeThatTheModelDoesNotKnow {
        @Test
        void isRefusedUnderOneCodeAndNothingIsSent() {
            CaseTask task = task(open("k"));
            sandbox.clearRequests();
            ConnectorException completed = assertFails(
                    ErrorKind.REJECTED,
                    "cases.complete",
                    task.ref().id(),
                    () -> desk.complete(task.ref(), TaskResult.of("Approve", "note", ANNA)));
            ConnectorException decided = assertFails(
                    ErrorKind.REJECTED,
                    "approvals.decide",
                    task.ref().id(),
                    () -> approvals.decide(task.ref(), Decision.of(DecisionOutcome.of("sleeping"), null)));
            assertThat(List.of(code(completed), code(decided))).containsOnly("no_such_outcome");
            assertThat(completed).hasMessageContaining("approved");
            assertThat(sandbox.requests("POST", TASKS)).isEmpty();
        }
    }

    @Nested
    class ATaskThatIsNotOnesOwn {
        @Test
        void isAConflictThatNamesTaskAndHolder() {
            CaseTask task = task(open("k"));
            desk.claim(task.ref(), ANNA);
            String held = "task " + task.ref().id() + " is held by anna@example.com";
            assertFails(ErrorKind.CONFLICT, "cases.claim", held, () -> desk.claim(task.ref(), BEN));
            assertFails(
                    ErrorKind.CONFLICT,
                    "cases.complete",
                    held,
                    () -> desk.complete(task.ref(), TaskResult.of("approved", null, BEN)));
            assertFails(
                    ErrorKind.CONFLICT,
                    "approvals.decide",
                    held,
                    () -> approvals.decide(
                            task.ref(),
                            Decision.of(DecisionOutcome.APPROVED, null).by(BEN)));
        }

        @Test
        void isAConflictWhileItsCaseIsOnHold() {
            CaseRecord record = open("k");
            CaseTask task = task(record);
            desk.hold(record.ref(), "later");
            assertFails(
                    ErrorKind.CONFLICT,
                    "cases.complete",
                    "the case of task " + task.ref().id() + " is on hold",
                    () -> desk.complete(task.ref(), TaskResult.of("approved", null, ANNA)));
        }

        @Test
        void isNotFoundByWhateverIsAskedOfIt() {
            SourceRef none = SourceRef.of("workflow", "no-such-task");
            assertFails(ErrorKind.NOT_FOUND, "cases.task", none.id(), () -> desk.task(none));
            assertFails(ErrorKind.NOT_FOUND, "cases.outcomes", none.id(), () -> desk.outcomes(none));
            assertFails(ErrorKind.NOT_FOUND, "cases.claim", none.id(), () -> desk.claim(none, ANNA));
            assertFails(ErrorKind.NOT_FOUND, "cases.release", none.id(), () -> desk.release(none));
            assertFails(ErrorKind.NOT_FOUND, "cases.delegate", none.id(), () -> desk.delegate(none, ANNA));
            assertFails(ErrorKind.NOT_FOUND, "approvals.get", none.id(), () -> approvals.get(none));
            CommentThread thread = connector.require(CommentThread.class);
            assertFails(
                    ErrorKind.NOT_FOUND,
                    "comments.add",
                    none.id(),
                    () -> thread.add(none, new CommentDraft("c", "Hm.", null, null)));
            assertFails(
                    ErrorKind.NOT_FOUND,
                    "comments.list",
                    none.id(),
                    () -> thread.comments(none).iterator().next());
        }
    }

    @Nested
    class ACaseThatHasEnded {
        @Test
        void takesNoCommentsAndShowsThoseThatItHas() {
            CaseRecord record = open("k");
            CommentThread thread = connector.require(CommentThread.class);
            thread.add(record.ref(), new CommentDraft("c-1", "Hm.", ANNA, null));
            desk.cancel(record.ref(), "never");
            assertFails(
                    ErrorKind.REJECTED,
                    "comments.add",
                    record.ref().id(),
                    () -> thread.add(record.ref(), new CommentDraft("c-2", "Late.", ANNA, null)));
            assertThat(thread.comments(record.ref()).stream().map(Comment::text))
                    .containsExactly("Hm.", "never");
        }

        @Test
        void takesNothingMoreAndSaysSo() {
            CaseRecord record = open("k");
            desk.cancel(record.ref(), "never");
            String ended = "case " + record.ref().id() + " has ended: cancelled";
            Link link = new Link("Poster", URI.create("https://dam.example/1"), null);
            assertFails(ErrorKind.CONFLICT, "cases.attach", ended, () -> desk.attach(record.ref(), link));
            assertFails(ErrorKind.CONFLICT, "cases.hold", ended, () -> desk.hold(record.ref(), "x"));
            assertFails(ErrorKind.CONFLICT, "cases.resume", ended, () -> desk.resume(record.ref(), "x"));
            assertThat(desk.cancel(record.ref(), "again").status()).isEqualTo(CaseStatus.CANCELLED);
        }
    }

    @Nested
    class AnAnswerThatMakesNoSense {
        @Test
        void isAFailureOfItsOwnKindAlsoWhereAnAnswerMayBeEmpty() {
            WireExecutionAction message = WireExecutionAction.message("go", List.of());
            sandbox.failNext(1, "PUT", INSTANCES, Fault.reply(SandboxResponse.json(List.of())));
            assertFails(
                    ErrorKind.UNDECODABLE,
                    "executions." + message.action(),
                    "",
                    () -> connector.client().executions().act("e-1", message));
        }

        @Test
        void isUndecodableWhereAStartNamesNoInstance() {
            sandbox.failNext(1, "POST", INSTANCES, Fault.reply(SandboxResponse.json(201, Map.of("name", "Poster"))));
            assertFails(ErrorKind.UNDECODABLE, "cases.open", "key k", () -> open("k"));
            assertThat(open("k").key()).as("nothing was started").isEqualTo("k");
        }

        @Test
        void isNotTakenForTheCaseOfAnotherKey() {
            Map<String, Object> others = Map.of("id", "p-1", "businessKey", "theirs", "name", "Theirs");
            sandbox.failNext(1, "GET", INSTANCES, Fault.reply(SandboxResponse.json(Map.of("data", List.of(others)))));
            assertThat(desk.findByKey("ours")).isEmpty();
        }

        @Test
        void isAnIssueBesideTheOtherTasks() {
            CaseTask task = task(open("k"));
            Map<String, Object> good = Map.of("id", task.ref().id(), "name", "Review", "processInstanceId", "p-1");
            List<Object> both = List.of(Map.of("name", "without an id"), good);
            sandbox.failNext(1, "GET", TASKS, Fault.reply(SandboxResponse.json(Map.of("data", both))));
            var page = desk.tasks(TaskQuery.ALL).pages().iterator().next();
            assertThat(page.items()).extracting(CaseTask::ref).containsExactly(task.ref());
            assertThat(page.issues())
                    .singleElement()
                    .satisfies(one -> assertThat(one.path()).contains("id"));
        }
    }

    @Nested
    class AQuestionThatTheServiceCannotNarrow {
        private void assertNotOffered(String operation, ThrowingCallable call) {
            assertThat(code(assertFails(ErrorKind.REJECTED, operation, "as well", call)))
                    .isEqualTo(NotOffered.CODE);
            assertThat(sandbox.requests()).isEmpty();
        }

        @Test
        void isRefusedBeforeEverythingIsRead() {
            assertNotOffered(
                    "approvals.query.subject",
                    () -> approvals.query(ApprovalQuery.ALL.about(SourceRef.of("dam", "1"))));
            assertNotOffered(
                    "approvals.query.statuses",
                    () -> approvals.query(ApprovalQuery.ALL.withStatuses(List.of(ApprovalStatus.REJECTED))));
            assertNotOffered(
                    "cases.tasks.candidate",
                    () -> desk.tasks(TaskQuery.ALL.offeredTo("legal").withFinished(true)));
        }

        @Test
        void isAnsweredWhereItIsNarrowEnough() {
            CaseRecord record = open("k");
            approvals.decide(
                    task(record).ref(),
                    Decision.of(DecisionOutcome.APPROVED, null).by(ANNA));
            ApprovalQuery approved = ApprovalQuery.ALL.withStatuses(List.of(ApprovalStatus.APPROVED));
            assertThat(approvals.query(approved.ofCase(record.ref()))).hasSize(1);
            assertThat(approvals.query(approved.changedSince(clock.now().minusSeconds(60))))
                    .hasSize(1);
            assertThat(approvals.query(approved.changedSince(clock.now().plusSeconds(60))))
                    .isEmpty();
            assertThat(approvals.query(ApprovalQuery.ALL.withStatuses(List.of(ApprovalStatus.PENDING))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x7", "page 7"})
    void aCursorOfAnotherListIsRefused(String cursor) {
        CaseRecord record = open("k");
        assertFails(
                ErrorKind.REJECTED,
                "cases.tasks",
                "not a cursor of this list",
                () -> desk.tasks(TaskQuery.ALL.ofCase(record.ref()).withFinished(true))
                        .startingAt(Cursor.of(cursor))
                        .iterator()
                        .next());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a'b\"c", "{x} & ?y=1#z %41", "Schlüssel 夏 \\ /", " leading and trailing "})
    void aKeyIsNothingButAKey(String key) {
        open("another");
        CaseRecord opened = open(key);
        assertThat(opened.key()).isEqualTo(key);
        assertThat(desk.findByKey(key).orElseThrow().ref()).isEqualTo(opened.ref());
        assertThat(open(key).ref()).isEqualTo(opened.ref());
    }

    @Test
    void aModelThatIsNotThereIsRejectedInTheServicesWords() {
        assertFails(
                ErrorKind.REJECTED,
                "processInstances.start",
                "no-such-model",
                () -> desk.open(request("k", "no-such-model")));
        assertThat(desk.findByKey("k")).isEmpty();
    }
}
