package dev.contentconnect.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Escalation;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.testkit.DrainedFeed;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.workflow.sandbox.WorkflowSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the feed hands out when time passes and much happens at once. */
class CaseFeedTest {
    private static final Actor ANNA = Actor.of("anna@example.com");

    private static final Instant START = Instant.parse("2031-05-04T03:02:01Z");

    private final FakeClock clock = new FakeClock(START);
    private final WorkflowSandbox sandbox = new WorkflowSandbox(clock);
    private final WorkflowConfig config =
            SandboxFlowIT.config(sandbox).time(clock).build();
    private final WorkflowConnector connector = WorkflowConnector.create(config);
    private final CaseDesk desk = connector.require(CaseDesk.class);

    @BeforeEach
    void deploy() {
        ModelLibrary.deployAll(connector.client());
    }

    @AfterEach
    void stop() {
        connector.close();
        sandbox.close();
    }

    private CaseRecord open(String key, String stakeholders) {
        return desk.open(new CaseRequest(
                key,
                "contentconnect-approval",
                "Poster",
                SourceRef.of("dam", "1"),
                "1",
                null,
                null,
                Map.of("stakeholders", stakeholders)));
    }

    private List<CaseTask> tasks(CaseRecord record) {
        return desk.tasks(TaskQuery.ALL.ofCase(record.ref())).stream().toList();
    }

    @Test
    void tellsOfAClaimLongAfterTheCreationWithTheEndOfTheTask() {
        CaseFeed feed = connector.require(CaseFeed.class);
        CaseTask task = tasks(open("claimed-late", "legal")).get(0);
        Cursor place = feed.changes(null, 100).next();
        clock.advance(Duration.ofHours(2));
        Instant claimed = clock.now();
        desk.claim(task.ref(), ANNA);
        clock.advance(Duration.ofHours(2));
        open("meanwhile", "legal");
        place = feed.changes(place, 100).next();
        clock.advance(Duration.ofHours(2));
        desk.complete(task.ref(), TaskResult.of("approved", null, ANNA));

        ChangeBatch batch = feed.changes(place, 100);

        assertThat(batch.events())
                .filteredOn(event -> event.type().equals(CaseEventType.TASK_CLAIMED))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.related()).isEqualTo(task.ref());
                    assertThat(event.occurredAt()).isEqualTo(claimed);
                });
        assertThat(feed.changes(batch.next(), 100).events()).isEmpty();
    }

    @Test
    void tellsOfAChaseAndTakesItAwayWithTheDecision() {
        CaseFeed feed = connector.require(CaseFeed.class);
        Cursor place = feed.changes(null, 100).next();
        CaseTask review = tasks(open("overdue", "legal")).get(0);
        clock.advance(Duration.ofDays(3));
        sandbox.runTimers();
        sandbox.runTimers();
        desk.complete(review.ref(), TaskResult.of("approved", null, ANNA));

        assertThat(feed.changes(place, 100).events())
                .filteredOn(event -> "escalation".equals(event.step()))
                .extracting(CaseEvent::type)
                .containsExactlyInAnyOrder(CaseEventType.TASK_CREATED, CaseEventType.TASK_CANCELLED);
    }

    @Test
    void saysWhatACaseIsCalledWhenItOpens() {
        CaseFeed feed = connector.require(CaseFeed.class);
        Cursor place = feed.changes(null, 100).next();
        open("called", "legal");

        assertThat(feed.changes(place, 100).events())
                .filteredOn(event -> event.type().equals(CaseEventType.CASE_OPENED))
                .extracting(CaseEvent::note)
                .containsExactly("Poster");
    }

    @Test
    void comesToTheEndOfABurstLargerThanItsMemory() {
        CaseFeed feed = new WorkflowCaseFeed(new CaseFile(connector.client(), config), 3, 1_000);
        Cursor begin = feed.changes(null, 2).next();
        for (int i = 0; i < 5; i++) {
            open("burst-" + i, "legal");
        }

        assertThat(DrainedFeed.of(feed, begin, 2).ids())
                .as("an opening and a request each")
                .hasSize(10)
                .doesNotHaveDuplicates();
    }

    @Test
    void remembersNoMoreThanItMayAndNeverBeginsAgain() {
        CaseFeed feed = new WorkflowCaseFeed(new CaseFile(connector.client(), config), 3, 1_000);
        for (int i = 0; i < 5; i++) {
            open("old-" + i, "legal");
        }

        ChangeBatch begin = feed.changes(null, 2);

        assertThat(begin.next().value().split(",", -1)).hasSizeLessThanOrEqualTo(3);
        assertThat(DrainedFeed.of(feed, begin.next(), 2).ids()).isEmpty();
    }

    @Test
    void readsADenseHistoryInShortStretches() {
        for (int i = 0; i < 6; i++) {
            open("dense-" + i, "legal");
            clock.advance(Duration.ofSeconds(i < 3 ? 0 : 40));
        }
        clock.advance(Duration.ofDays(400));
        open("late", "legal");
        CaseFile cases = new CaseFile(
                connector.client(),
                SandboxFlowIT.config(sandbox).time(clock).feedFrom(START).build());
        CaseFeed feed = new WorkflowCaseFeed(cases, 100, 4);

        assertThat(DrainedFeed.of(feed, null, 1).ids()).hasSize(14).doesNotHaveDuplicates();
        assertThat(sandbox.requests("GET", "/workflow-history/v1/historic-task-instances"))
                .as("the end is open for a clock that is ahead of ours")
                .anyMatch(one -> one.query("taskCreatedBefore").isEmpty())
                .anyMatch(one -> one.query("taskCreatedBefore").isPresent());
    }

    @Test
    void beginsWhereItIsToldTo() {
        open("before", "legal");
        clock.advance(Duration.ofDays(3));
        CaseFile cases = new CaseFile(
                connector.client(),
                SandboxFlowIT.config(sandbox).time(clock).feedFrom(clock.now()).build());
        CaseRecord after = open("after", "legal");

        ChangeBatch batch = new WorkflowCaseFeed(cases).changes(null, 100);

        assertThat(batch.events()).hasSize(2).allMatch(event -> after.ref().equals(event.caseRef()));
    }

    @Test
    void tellsOfAnIdleTimeInFewRequests() {
        CaseFeed feed = connector.require(CaseFeed.class);
        Cursor begin = feed.changes(null, 100).next();
        clock.advance(Duration.ofDays(365));
        sandbox.clearRequests();

        assertThat(feed.changes(begin, 100).events()).isEmpty();
        assertThat(sandbox.requests()).hasSizeLessThanOrEqualTo(24);
    }

    @Test
    void tellsOfACommentLongAfterTheCreationWithTheEndOfTheTask() {
        CaseFeed feed = connector.require(CaseFeed.class);
        CaseTask task = tasks(open("said", "legal")).get(0);
        Cursor place = feed.changes(null, 100).next();
        clock.advance(Duration.ofHours(2));
        Instant said = clock.now();
        connector.require(CommentThread.class).add(task.ref(), new CommentDraft("c", "the logo", ANNA, null));
        clock.advance(Duration.ofHours(2));
        place = feed.changes(place, 100).next();
        clock.advance(Duration.ofHours(2));
        desk.complete(task.ref(), TaskResult.of("approved", null, ANNA));

        ChangeBatch batch = feed.changes(place, 100);

        assertThat(batch.events())
                .filteredOn(event -> event.type().equals(CaseEventType.COMMENT_ADDED))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.note()).isEqualTo("the logo");
                    assertThat(event.occurredAt()).isEqualTo(said);
                    assertThat(event.related()).isEqualTo(task.ref());
                });
        assertThat(feed.changes(batch.next(), 100).events()).isEmpty();
    }

    @Test
    void aTaskThatEndsMeanwhileDoesNotKeepTheOthersFromBeingRaised() {
        CaseRecord record = open("raised", "brand,legal");
        List<CaseTask> tasks = tasks(record);
        SourceRef gone = tasks.get(0).ref();
        sandbox.failNext(1, "PUT", "/workflow/v1/tasks/" + gone.id(), Fault.status(404));

        desk.escalate(record.ref(), new Escalation("overdue", 90, null, null));

        assertThat(desk.task(tasks.get(1).ref()).priority()).isEqualTo(90);
    }
}
