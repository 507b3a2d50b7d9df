package dev.contentconnect.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskStatus;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Escalation;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.wire.WireInstance;
import dev.contentconnect.workflow.wire.WireStart;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Cases, their tasks and comments, on the sandbox and on the real engine alike. Where they disagree, the sandbox is wrong. */
abstract class CaseFlow extends FlowScene {
    CaseFlow(WorkflowConfig config, WorkflowConnector connector) {
        super(config, connector);
    }

    @Test
    void findsTasksOfCalledInstances() {
        Approval asked = requested("legal").get(0);
        String root = asked.caseRef().id();

        assertThat(cases().tasks(TaskQuery.ALL.ofCase(asked.caseRef())))
                .extracting(CaseTask::step)
                .containsExactly("review");
        assertThat(connector().client().tasks().list(WorkflowQuery.ALL.with("processInstanceId", root)))
                .isEmpty();
    }

    @Test
    void claimsReleasesAndDelegates() {
        SourceRef task = requested("legal").get(0).ref();

        assertThat(cases().claim(task, ANNA).assignee()).isEqualTo(ANNA);
        assertThat(cases().claim(task, ANNA).assignee()).isEqualTo(ANNA);
        assertThat(kindOf(() -> cases().claim(task, BEN))).isEqualTo(ErrorKind.CONFLICT);
        assertThat(kindOf(() -> cases().complete(task, TaskResult.of("approved", null, BEN))))
                .isEqualTo(ErrorKind.CONFLICT);
        assertThat(cases().release(task).status()).isEqualTo(TaskStatus.OPEN);
        cases().claim(task, ANNA);
        assertThat(cases().delegate(task, BEN).status()).isEqualTo(TaskStatus.DELEGATED);
        assertThat(kindOf(() -> cases().complete(task, TaskResult.of("approved", null, BEN))))
                .isEqualTo(ErrorKind.CONFLICT);
        assertThat(kindOf(() -> connector().client().tasks().complete(task.id(), "approved", List.of())))
                .as("the engine's 500 is no outage")
                .isEqualTo(ErrorKind.CONFLICT);
        connector().client().tasks().resolve(task.id(), BEN.id());
        assertThat(cases().task(task).assignee()).isEqualTo(ANNA);
    }

    @Test
    void holdsAndResumes() {
        SourceRef caseRef = requested("legal").get(0).caseRef();

        assertThat(cases().hold(caseRef, "wait for the shop").status()).isEqualTo(CaseStatus.ON_HOLD);
        assertThat(cases().hold(caseRef, "wait for the shop").status()).isEqualTo(CaseStatus.ON_HOLD);
        assertThat(cases().resume(caseRef, "go on").status()).isEqualTo(CaseStatus.OPEN);
        assertThat(connector().require(CommentThread.class).comments(caseRef))
                .extracting(Comment::text)
                .contains("wait for the shop", "go on");
    }

    @Test
    void cancelsWithItsReason() {
        SourceRef caseRef = requested("legal").get(0).caseRef();

        assertThat(cases().cancel(caseRef, "campaign stopped").status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(cases().cancel(caseRef, "campaign stopped").status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(cases().open(new CaseRequest(
                                key, "contentconnect-approval", "again", null, null, null, null, Map.of()))
                        .ref())
                .as("the key finds the ended case")
                .isEqualTo(caseRef);
        assertThat(connector().require(CommentThread.class).comments(caseRef))
                .extracting(Comment::text)
                .contains("campaign stopped");
    }

    @Test
    void escalatesAndAttaches() {
        Approval asked = requested("legal").get(0);
        SourceRef caseRef = asked.caseRef();

        cases().escalate(caseRef, new Escalation("overdue", 90, BEN, Instant.parse("2032-01-01T00:00:00Z")));
        CaseTask task = cases().task(asked.ref());
        assertThat(task.priority()).isEqualTo(90);
        assertThat(task.assignee()).isEqualTo(BEN);
        assertThat(task.dueAt()).isEqualTo("2032-01-01T00:00:00Z");

        Link link = new Link("Layout", URI.create("https://dam.example/42"), null);
        cases().attach(caseRef, link);
        CaseRecord record = cases().attach(caseRef, link);
        assertThat(connector().client().attachments().list(asked.ref().id())).hasSize(1);
        assertThat(record.extensions().get("workflow").toString()).contains("https://dam.example/42");
    }

    @Test
    void commentsOnceUnderAKey() {
        CommentThread thread = connector().require(CommentThread.class);
        Approval asked = requested("legal").get(0);
        CommentDraft draft = new CommentDraft("k1", "Größe prüfen ✓", ANNA, null);

        Comment first = thread.add(asked.caseRef(), draft);
        Comment second = thread.add(asked.caseRef(), draft);

        assertThat(second.ref()).isEqualTo(first.ref());
        assertThat(first.text()).isEqualTo("Größe prüfen ✓");
        assertThat(first.author()).isEqualTo(ANNA);
        Comment onTask = thread.add(asked.ref(), draft);
        assertThat(thread.comments(asked.ref())).extracting(Comment::ref).containsExactly(onTask.ref());
        assertThat(thread.comments(asked.caseRef())).extracting(Comment::text).contains("please look closely");
    }

    @Test
    void unknownThingsAreNotFound() {
        SourceRef nothing = SourceRef.of("workflow", UUID.randomUUID().toString());

        assertThat(kindOf(() -> cases().get(nothing))).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(kindOf(() -> cases().task(nothing))).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(kindOf(() -> connector()
                        .require(CommentThread.class)
                        .comments(nothing)
                        .iterator()
                        .hasNext()))
                .isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(cases().findByKey("nobody:" + nothing.id())).isEmpty();
    }

    @Test
    void aModelThatIsNotThereIsRejected() {
        assertThat(kindOf(() ->
                        cases().open(new CaseRequest(key, "no-such-model", "x", null, null, null, null, Map.of()))))
                .isEqualTo(ErrorKind.REJECTED);
    }

    private CaseRequest review() {
        return new CaseRequest(
                key, "contentconnect-rights-review", "Rights", SourceRef.of("dam", "42"), "1", null, null, Map.of());
    }

    private CaseRecord openedAgainst(Runnable before, Runnable after) {
        try (WorkflowConnector other = WorkflowConnector.create(settings(), new RivalClient(client(), before, after))) {
            return other.require(CaseDesk.class).open(review());
        }
    }

    private void assertThatOneIsLeft(CaseRecord record) {
        assertThat(client().processInstances().list(WorkflowQuery.ALL.with("businessKey", key)))
                .extracting(WireInstance::id)
                .containsExactly(record.ref().id());
        assertThat(client().history().processInstances(WorkflowQuery.ALL.with("businessKey", key)))
                .hasSize(2);
        assertThat(cases().open(review()).ref()).isEqualTo(record.ref());
        cases().cancel(record.ref(), "done");
        assertThat(cases().findByKey(key)).map(CaseRecord::ref).contains(record.ref());
    }

    @Test
    void ofTwoCasesOpenedInTheSameMomentOneIsLeft() {
        assertThatOneIsLeft(openedAgainst(() -> cases().open(review()), () -> {}));
    }

    @Test
    void aCaseThatCameLaterUnderTheSameKeyIsTakenAway() {
        WireStart rival = WireStart.of("contentconnect-rights-review", key, "Rights", List.of(), null);

        assertThatOneIsLeft(
                openedAgainst(() -> {}, () -> client().processInstances().start(rival)));
    }

    @Test
    void nothingIsTakenOnHold() {
        Approval asked = requested("legal").get(0);
        cases().hold(asked.caseRef(), "wait for the shop");

        assertThat(kindOf(() -> cases().claim(asked.ref(), ANNA))).isEqualTo(ErrorKind.CONFLICT);
        assertThat(kindOf(() -> cases().complete(asked.ref(), TaskResult.of("approved", null, ANNA))))
                .isEqualTo(ErrorKind.CONFLICT);
        cases().resume(asked.caseRef(), "go on");
        assertThat(cases().claim(asked.ref(), ANNA).assignee()).isEqualTo(ANNA);
    }

    @Test
    void theServiceHoldsOneInstanceAndNoneThatItCalled() {
        Approval asked = requested("legal").get(0);
        client().processInstances().suspend(asked.caseRef().id(), "by hand");

        assertThat(cases().get(asked.caseRef()).status()).isEqualTo(CaseStatus.ON_HOLD);
        client().tasks().claim(asked.ref().id(), ANNA.id());
        cases().hold(asked.caseRef(), "all of it");
        assertThat(kindOf(() -> client().tasks().complete(asked.ref().id(), "approved", List.of())))
                .isEqualTo(ErrorKind.CONFLICT);
    }

    @Test
    void finishedTasksOfACaseAreFoundByTheirCandidate() {
        Approval asked = requested("brand", "legal").get(0);
        approvals()
                .decide(asked.ref(), Decision.of(DecisionOutcome.APPROVED, null).by(ANNA));
        TaskQuery finished =
                TaskQuery.ALL.offeredTo(String.valueOf(asked.stakeholder())).withFinished(true);

        assertThat(cases().tasks(finished.ofCase(asked.caseRef())))
                .extracting(CaseTask::ref)
                .containsExactly(asked.ref());
        assertThat(kindOf(() -> cases().tasks(finished))).isEqualTo(ErrorKind.REJECTED);
    }
}
