package dev.contentconnect.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskOutcome;
import dev.contentconnect.core.model.TaskStatus;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Escalation;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.wire.WireAssignment;
import dev.contentconnect.workflow.wire.WireExecution;
import dev.contentconnect.workflow.wire.WireExecutionAction;
import dev.contentconnect.workflow.wire.WireTask;
import dev.contentconnect.workflow.wire.WireTaskAction;
import dev.contentconnect.workflow.wire.WireVariable;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What must hold on the sandbox and on the real engine alike. Where they disagree, the sandbox is wrong. */
abstract class ApprovalFlow extends ApprovalScene {
    @Test
    void asksEveryStakeholderOnce() {
        List<Approval> asked = requested("brand", "legal");

        assertThat(asked).extracting(Approval::stakeholder).containsExactlyInAnyOrder("brand", "legal");
        assertThat(asked).allSatisfy(one -> {
            assertThat(one.status()).isEqualTo(ApprovalStatus.PENDING);
            assertThat(one.subject()).isEqualTo(SourceRef.of("dam", "42"));
            assertThat(one.subjectVersion()).isEqualTo("1");
            assertThat(one.dueAt()).isEqualTo("2031-01-02T03:04:05Z");
            assertThat(one.requestedAt()).isNotNull();
        });
        assertThat(requested("brand", "legal"))
                .extracting(Approval::ref)
                .containsExactlyInAnyOrderElementsOf(
                        asked.stream().map(Approval::ref).toList());
    }

    @Test
    void approvesFromEndToEnd() {
        List<Approval> asked = requested("brand", "legal");
        SourceRef caseRef = asked.get(0).caseRef();
        assertThat(caseRef).isNotNull();
        for (Approval one : asked) {
            Approval decided = approvals()
                    .decide(
                            one.ref(),
                            Decision.of(DecisionOutcome.APPROVED, "fine").by(ANNA));
            assertThat(decided.status()).isEqualTo(ApprovalStatus.APPROVED);
            assertThat(decided.decision()).isNotNull();
            assertThat(decided.decision().note()).isEqualTo("fine");
            assertThat(decided.decision().decidedBy()).isEqualTo(ANNA);
        }

        CaseRecord ended = ended(caseRef);

        assertThat(ended.status()).isEqualTo(CaseStatus.RESOLVED);
        assertThat(ended.outcome()).isEqualTo("approved");
        assertThat(ended.key()).isEqualTo(key);
        assertThat(ended.type()).isEqualTo("contentconnect-approval");
        assertThat(ended.subject()).isEqualTo(SourceRef.of("dam", "42"));
        assertThat(ended.closedAt()).isNotNull();
        assertThat(cases().findByKey(key)).map(CaseRecord::ref).contains(caseRef);
        assertThat(approvals().query(ApprovalQuery.ALL.ofCase(caseRef).withStatuses(List.of(ApprovalStatus.APPROVED))))
                .hasSize(2);
    }

    @Test
    void decidingAgainTheSameWayChangesNothingAndOtherwiseIsAConflict() {
        Approval asked = requested("legal").get(0);
        approvals()
                .decide(asked.ref(), Decision.of(DecisionOutcome.REJECTED, null).by(ANNA));

        assertThat(approvals()
                        .decide(
                                asked.ref(),
                                Decision.of(DecisionOutcome.REJECTED, null).by(ANNA))
                        .status())
                .isEqualTo(ApprovalStatus.REJECTED);
        assertThat(kindOf(() -> approvals()
                        .decide(
                                asked.ref(),
                                Decision.of(DecisionOutcome.APPROVED, null).by(ANNA))))
                .isEqualTo(ErrorKind.CONFLICT);
        assertThat(ended(asked.caseRef()).outcome()).isEqualTo("rejected");
    }

    @Test
    void refusesAnOutcomeThatTheModelDoesNotKnow() {
        SourceRef task = requested("legal").get(0).ref();

        assertThat(kindOf(() -> cases().complete(task, TaskResult.of("Approve", null, ANNA))))
                .isEqualTo(ErrorKind.REJECTED);
        assertThat(cases().task(task).status()).isEqualTo(TaskStatus.OPEN);
        assertThat(cases().outcomes(task))
                .containsExactly(
                        new TaskOutcome("approved", "Approve"),
                        new TaskOutcome("rejected", "Reject"),
                        new TaskOutcome("revise", "Request changes"));
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
        assertThat(kindOf(() ->
                        connector().client().tasks().act(task.id(), WireTaskAction.complete("approved", List.of()))))
                .as("the engine's 500 is no outage")
                .isEqualTo(ErrorKind.CONFLICT);
        connector().client().tasks().act(task.id(), WireTaskAction.resolve(BEN.id()));
        assertThat(cases().task(task).assignee()).isEqualTo(ANNA);
    }

    @Test
    void secondClaimOnTheWireIsAConflict() {
        String task = requested("legal").get(0).ref().id();
        connector().client().tasks().claim(task, ANNA.id());

        assertThat(kindOf(() -> connector().client().tasks().claim(task, BEN.id())))
                .isEqualTo(ErrorKind.CONFLICT);
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
        assertThat(cases().open(new dev.contentconnect.core.spi.CaseRequest(
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
    void tellsWhatHappenedOnceAndFromWhereOneStopped() {
        CaseFeed feed = connector().require(CaseFeed.class);
        Approval asked = requested("legal").get(0);
        List<CaseEvent> first = new ArrayList<>();
        Cursor place = readAll(feed, null, first);
        assertThat(ofCase(first, asked.caseRef()))
                .extracting(CaseEvent::type)
                .containsExactlyInAnyOrder(CaseEventType.CASE_OPENED, CaseEventType.APPROVAL_REQUESTED);

        approvals()
                .decide(
                        asked.ref(),
                        Decision.of(DecisionOutcome.APPROVED, "fine").by(ANNA));
        ended(asked.caseRef());
        List<CaseEvent> second = new ArrayList<>();
        readAll(feed, Cursor.of(place.value()), second);

        List<CaseEvent> mine = ofCase(second, asked.caseRef());
        assertThat(mine)
                .extracting(CaseEvent::type)
                .containsExactlyInAnyOrder(
                        CaseEventType.TASK_CLAIMED, CaseEventType.APPROVAL_DECIDED, CaseEventType.CASE_RESOLVED);
        assertThat(mine).allSatisfy(event -> assertThat(event.caseKey()).isEqualTo(key));
        assertThat(mine)
                .filteredOn(event -> event.type().equals(CaseEventType.APPROVAL_DECIDED))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.outcome()).isEqualTo("approved");
                    assertThat(event.step()).isEqualTo("legal");
                    assertThat(event.actor()).isEqualTo(ANNA);
                });
    }

    @Test
    void twoAnswersInTheSameMomentBothCount() {
        List<Approval> asked = requested("brand", "legal");
        List<CompletableFuture<Approval>> answers = asked.stream()
                .map(one -> CompletableFuture.supplyAsync(() -> approvals()
                        .decide(
                                one.ref(),
                                Decision.of(DecisionOutcome.APPROVED, null).by(ANNA))))
                .toList();

        answers.forEach(answer -> assertThat(answer.join().status()).isEqualTo(ApprovalStatus.APPROVED));
        assertThat(ended(asked.get(0).caseRef()).outcome()).isEqualTo("approved");
    }

    @Test
    void askingForChangesLeadsToTheAuthor() {
        Approval asked = requested("legal").get(0);
        approvals()
                .decide(
                        asked.ref(),
                        Decision.of(DecisionOutcome.CHANGES_REQUESTED, "logo").by(ANNA));

        CaseTask revise = eventually(() -> cases().tasks(TaskQuery.ALL.ofCase(asked.caseRef())).stream()
                .filter(task -> "revise".equals(task.step()))
                .findFirst()
                .orElse(null));
        cases().complete(revise.ref(), TaskResult.of("resubmitted", null, BEN));
        Approval again = eventually(() ->
                approvals()
                        .query(ApprovalQuery.ALL.ofCase(asked.caseRef()).withStatuses(List.of(ApprovalStatus.PENDING)))
                        .stream()
                        .findFirst()
                        .orElse(null));

        assertThat(again.ref()).isNotEqualTo(asked.ref());
        assertThat(approvals().get(asked.ref()).status()).isEqualTo(ApprovalStatus.CHANGES_REQUESTED);
        approvals()
                .decide(again.ref(), Decision.of(DecisionOutcome.APPROVED, null).by(ANNA));
        assertThat(ended(asked.caseRef()).outcome()).isEqualTo("approved");
    }

    @Test
    void aMessageAboutANewVersionAsksEverybodyAgain() {
        Approval asked = requested("legal").get(0);
        WireExecution waiting = connector()
                .client()
                .executions()
                .list(WorkflowQuery.ALL
                        .with("processInstanceId", asked.caseRef().id())
                        .with("messageEventSubscriptionName", "contentconnect-new-version"))
                .iterator()
                .next();

        connector()
                .client()
                .executions()
                .act(
                        waiting.id(),
                        WireExecutionAction.message(
                                "contentconnect-new-version", List.of(WireVariable.of("assetVersion", "string", "2"))));

        Approval again = eventually(() ->
                approvals()
                        .query(ApprovalQuery.ALL.ofCase(asked.caseRef()).withStatuses(List.of(ApprovalStatus.PENDING)))
                        .stream()
                        .filter(one -> !one.ref().equals(asked.ref()))
                        .findFirst()
                        .orElse(null));
        assertThat(again.stakeholder()).isEqualTo("legal");
        assertThat(approvals().get(asked.ref()).status()).isEqualTo(ApprovalStatus.CANCELLED);
    }

    @Test
    void offersATaskToAnotherGroupAndTakesItBack() {
        String task = requested("legal").get(0).ref().id();
        WireAssignment editors = WireAssignment.candidateGroup("editors");

        connector().client().assignments().add(task, List.of(editors));
        assertThat(connector().client().assignments().list(task))
                .extracting(WireAssignment::group)
                .contains("editors");
        connector().client().assignments().remove(task, List.of(editors));

        assertThat(connector().client().assignments().list(task))
                .extracting(WireAssignment::group)
                .isNotEmpty()
                .doesNotContain("editors");
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
    void deploysModelsOnlyWhenTheyChanged() {
        assertThat(ModelLibrary.deployAll(connector().client())).isEmpty();
        assertThat(connector().client().models().list(WorkflowQuery.ALL.with("latestVersion", true)))
                .extracting(model -> model.key())
                .containsAll(ModelLibrary.keys());
    }

    @Test
    void walksThroughPagesWithoutLosingATask() {
        Approval asked =
                requested("brand", "legal", "marketing", "product", "finance").get(0);

        List<String> ids = connector()
                .client()
                .tasks()
                .list(WorkflowQuery.ALL
                        .pages(2)
                        .with("processInstanceIdWithChildren", asked.caseRef().id()))
                .stream()
                .map(WireTask::id)
                .toList();

        assertThat(ids).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void aModelThatIsNotThereIsRejected() {
        assertThat(kindOf(() -> cases().open(new dev.contentconnect.core.spi.CaseRequest(
                        key, "no-such-model", "x", null, null, null, null, Map.of()))))
                .isEqualTo(ErrorKind.REJECTED);
    }

    @Test
    void aMisspeltStakeholderIsRejectedByTheModel() {
        assertThat(kindOf(() -> requested("leagl"))).isEqualTo(ErrorKind.REJECTED);
        assertThat(cases().findByKey(key)).isEmpty();
    }
}
