package dev.contentconnect.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskStatus;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.workflow.sandbox.WorkflowSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else ends a task or a case between our look at it and our write, and the history is written late. */
class RacedTaskTest {
    private static final Actor ANNA = Actor.of("anna@example.com");
    private static final String COMPLETE = "tasks.complete";
    private static final int FOR_GOOD = 1_000;

    private final FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
    private final WorkflowSandbox sandbox = new WorkflowSandbox(clock);
    private final Map<String, Runnable> before = new HashMap<>();
    private final WorkflowConnector rival =
            WorkflowConnector.create(SandboxFlowIT.config(sandbox).time(clock).build());
    private final WorkflowConnector connector = WorkflowConnector.create(SandboxFlowIT.config(sandbox)
            .time(clock)
            .historyPatience(Duration.ZERO)
            .stepPerCall((call, next) -> {
                Runnable first = before.remove(call.operation());
                if (first != null) {
                    first.run();
                }
                return next.proceed(call);
            })
            .build());
    private final CaseDesk desk = connector.require(CaseDesk.class);

    @BeforeEach
    void deploy() {
        ModelLibrary.deployAll(rival.client());
    }

    @AfterEach
    void stop() {
        connector.close();
        rival.close();
        sandbox.close();
    }

    private CaseRecord opened() {
        return desk.open(new CaseRequest(
                "k",
                "contentconnect-approval",
                "Poster",
                SourceRef.of("dam", "1"),
                "1",
                null,
                null,
                Map.of("stakeholders", "legal")));
    }

    private CaseTask task() {
        return desk.tasks(TaskQuery.ALL.ofCase(opened().ref())).iterator().next();
    }

    /** The rival is faster by one request. */
    private void rivalSays(String outcome, CaseTask task, String request, int lag) {
        before.put(request, () -> {
            rival.require(CaseDesk.class).complete(task.ref(), TaskResult.of(outcome, null, null));
            sandbox.lagHistory(lag);
        });
    }

    private static ErrorKind kind(Runnable call) {
        ConnectorException failure = catchThrowableOfType(ConnectorException.class, call::run);
        assertThat(failure).as("nothing was thrown").isNotNull();
        return failure.kind();
    }

    @Test
    void doesNotTakeItsOwnOutcomeForTheOneThatWasFaster() {
        CaseTask task = task();
        rivalSays("rejected", task, COMPLETE, FOR_GOOD);
        TaskResult approved = TaskResult.of("approved", null, null);
        assertThat(kind(() -> desk.complete(task.ref(), approved)))
                .as("nobody knows yet")
                .isEqualTo(ErrorKind.UNAVAILABLE);
        sandbox.lagHistory(0);
        assertThat(kind(() -> desk.complete(task.ref(), approved))).isEqualTo(ErrorKind.CONFLICT);
    }

    @ParameterizedTest
    @ValueSource(strings = {COMPLETE, "tasks.claim", "comments.ofTask", "comments.addToTask"})
    void findsTheSameOutcomeOfWhoWasFasterAndAConflictInAnother(String request) {
        CaseTask task = task();
        rivalSays("approved", task, request, 0);
        CaseTask done = desk.complete(task.ref(), TaskResult.of("approved", "fine", ANNA));
        assertThat(before).as("the request that the rival waited for was made").isEmpty();
        assertThat(done.status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(kind(() -> desk.complete(task.ref(), TaskResult.of("rejected", "no", ANNA))))
                .isEqualTo(ErrorKind.CONFLICT);
    }

    @ParameterizedTest
    @ValueSource(strings = {COMPLETE, "tasks.claim", "comments.ofTask"})
    void isAConflictWhereSomebodyFasterDecidedOtherwise(String request) {
        CaseTask task = task();
        rivalSays("rejected", task, request, 0);
        assertThat(kind(() -> desk.complete(task.ref(), TaskResult.of("approved", "fine", ANNA))))
                .isEqualTo(ErrorKind.CONFLICT);
        assertThat(before).isEmpty();
    }

    @Test
    void saysThatACaseIsCancelledThoughTheHistoryIsLate() {
        CaseRecord opened = opened();
        sandbox.lagHistory(FOR_GOOD);
        CaseRecord after = desk.cancel(opened.ref(), "no longer needed");
        assertThat(after.status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(after.closedAt()).isEqualTo(clock.now());
        assertThat(after.key()).isEqualTo("k");
    }

    @Test
    void doesNotGuessHowACaseEndedThatSomebodyElseEnded() {
        CaseRecord opened = opened();
        before.put("processInstances.delete", () -> {
            rival.require(CaseDesk.class).cancel(opened.ref(), "twice");
            sandbox.lagHistory(FOR_GOOD);
        });
        assertThat(kind(() -> desk.cancel(opened.ref(), "no longer needed"))).isEqualTo(ErrorKind.UNAVAILABLE);
        sandbox.lagHistory(0);
        assertThat(desk.cancel(opened.ref(), "no longer needed").status()).isEqualTo(CaseStatus.CANCELLED);
    }
}
