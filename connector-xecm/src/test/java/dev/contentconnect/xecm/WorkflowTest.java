package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.xecm.map.Remarks;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Workflows as approvals and as cases. */
class WorkflowTest extends Scenes {
    private static final String STEPS = "/cs/cs/api/v2/processes";
    private static final String FORM = "/cs/cs/api/v1/forms/processes/tasks/update";
    private static final Decision YES =
            Decision.of(DecisionOutcome.APPROVED, "gut so").by(Actor.of("legal.lee"));

    private ApprovalDesk approvals() {
        return connector.require(ApprovalDesk.class);
    }

    private CaseDesk cases() {
        return connector.require(CaseDesk.class);
    }

    private Approval ask(String key, String... stakeholders) {
        return approvals()
                .request(new ApprovalRequest(
                        key,
                        "Poster",
                        create("subject", "Poster").ref(),
                        "3",
                        List.of(stakeholders),
                        Instant.parse("2031-06-01T12:00:00Z"),
                        "please",
                        Map.of("budget", "high")))
                .get(0);
    }

    private CaseRecord open(String type, String key) {
        return cases().open(new CaseRequest(
                key, type, "Poster", SourceRef.of("dam", "42"), "1", null, "look at it", Map.of()));
    }

    @Test
    void startsAWorkflowThatKnowsItsSubjectVersionAndStakeholder() {
        Approval asked = ask("k", "legal");
        assertThat(asked.status()).isEqualTo(ApprovalStatus.PENDING);
        assertThat(asked.subject()).isEqualTo(create("subject", "Poster").ref());
        assertThat(asked.subjectVersion()).isEqualTo("3");
        assertThat(asked.stakeholder()).isEqualTo("legal");
        assertThat(asked.dueAt()).isEqualTo(Instant.parse("2031-06-01T12:00:00Z"));
        assertThat(asked.comments()).extracting(Comment::text).containsExactly("please\nbudget: high");
    }

    @Test
    void startsOneWorkflowForEachStakeholder() {
        ApprovalRequest request = new ApprovalRequest(
                "k", "Poster", create("subject", "Poster").ref(), null, List.of("legal", "two"), null, null, Map.of());
        assertThat(approvals().request(request))
                .hasSize(2)
                .isEqualTo(approvals().request(request));
        assertThat(sandbox.workflows().started()).isEqualTo(2);
    }

    @Test
    void readsTheVerdictOffTheLastDisposition() {
        Approval asked = ask("k");
        long process = Long.parseLong(asked.ref().id().substring(3));
        sandbox.workflows().personDecides(process, "Reject");
        Approval decided = approvals().get(asked.ref());

        assertThat(decided.status()).isEqualTo(ApprovalStatus.REJECTED);
        assertThat(decided.decision().rawOutcome()).isEqualTo("Reject");
        assertThat(decided.decision().note()).isEqualTo("seen on paper");
        assertThat(decided.decision().decidedBy().id()).isEqualTo(XecmSandbox.USER);
    }

    @Test
    void doesNotCountTheFirstOfTwoDecisions() {
        Approval asked = approvals()
                .request(new ApprovalRequest(
                        "k", "Poster", create("s", "Poster").ref(), null, List.of("two"), null, null, Map.of()))
                .get(0);
        Approval halfWay = approvals().decide(asked.ref(), YES);
        assertThat(halfWay.decision()).isNull();
        assertThat(halfWay.status()).isEqualTo(ApprovalStatus.IN_REVIEW);
        assertThat(approvals().decide(asked.ref(), YES.by(Actor.of("brand.bo"))).status())
                .isEqualTo(ApprovalStatus.APPROVED);
    }

    @Test
    void doesNotAnswerTheNextStepWhenADecisionIsRepeatedWhoseAnswerWasLost() {
        Approval asked = approvals()
                .request(new ApprovalRequest(
                        "k", "Poster", create("s", "Poster").ref(), null, List.of("two"), null, null, Map.of()))
                .get(0);
        sandbox.failNext(
                1, "PUT", "/cs/cs/api/v2/processes", Fault.connectionReset().afterHandling());
        assertThat(failure(() -> approvals().decide(asked.ref(), YES)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);

        Approval halfWay = approvals().decide(asked.ref(), YES);
        assertThat(halfWay.status()).isEqualTo(ApprovalStatus.IN_REVIEW);
        assertThat(halfWay.decision()).isNull();
        assertThat(sandbox.requests("PUT", "/cs/cs/api/v2/processes")).hasSize(1);
        Decision no = Decision.of(DecisionOutcome.REJECTED, "gut so").by(Actor.of("legal.lee"));
        assertThat(approvals().decide(asked.ref(), no).status()).isEqualTo(ApprovalStatus.REJECTED);
    }

    @Test
    void namesOnWhoseBehalfItDecided() {
        Approval decided = approvals().decide(ask("k").ref(), YES);
        assertThat(decided.decision().decidedBy()).isEqualTo(Actor.of("legal.lee"));
        assertThat(decided.decision().note()).isEqualTo("gut so");
    }

    @Test
    void doesNotTakeAnEndWithoutADispositionForAYes() {
        CaseRecord opened = open("note", "k");
        CaseTask task =
                cases().tasks(TaskQuery.ALL.ofCase(opened.ref())).iterator().next();
        assertThat(cases().outcomes(task.ref())).extracting(one -> one.value()).containsExactly("SendOn");
        cases().complete(task.ref(), TaskResult.of("SendOn", null, null));

        assertThat(approvals().get(opened.ref()).status()).isEqualTo(ApprovalStatus.UNKNOWN);
        reopen(options().approvedWhenCompleted(true));
        assertThat(approvals().get(opened.ref()).status()).isEqualTo(ApprovalStatus.APPROVED);
    }

    @Test
    void aSuspendedWorkflowStillWaitsForAnAnswer() {
        Approval asked = approvals()
                .request(new ApprovalRequest(
                        "k", "Poster", create("s", "Poster").ref(), null, List.of("two"), null, null, Map.of()))
                .get(0);
        sandbox.workflows().personChanges(process(asked), "suspend");
        assertThat(approvals().get(asked.ref()).status()).isEqualTo(ApprovalStatus.PENDING);
        assertThat(cases().get(asked.ref()).status()).isEqualTo(CaseStatus.ON_HOLD);

        sandbox.workflows().personChanges(process(asked), "resume");
        approvals().decide(asked.ref(), YES);
        sandbox.workflows().personChanges(process(asked), "suspend");
        Approval halfWay = approvals().get(asked.ref());
        assertThat(halfWay.status()).isEqualTo(ApprovalStatus.IN_REVIEW);
        assertThat(halfWay.decision()).isNull();
    }

    @Test
    void anArchivedWorkflowKeepsItsVerdict() {
        Approval yes = approvals().decide(ask("yes").ref(), YES);
        Approval no = approvals().decide(ask("no").ref(), Decision.of(DecisionOutcome.REJECTED, "too dark"));
        sandbox.workflows().personChanges(process(yes), "archive");
        sandbox.workflows().personChanges(process(no), "archive");
        assertThat(approvals().get(yes.ref()))
                .satisfies(one -> assertThat(one.status()).isEqualTo(ApprovalStatus.APPROVED))
                .extracting(Approval::decision)
                .isEqualTo(yes.decision());
        assertThat(approvals().get(no.ref()).status()).isEqualTo(ApprovalStatus.REJECTED);
        assertThat(approvals().get(no.ref()).decision().note()).isEqualTo("too dark");
        assertThat(cases().get(yes.ref()).status()).isEqualTo(CaseStatus.RESOLVED);
    }

    @Test
    void whatWasStoppedHalfWayAndArchivedIsNoYes() {
        Approval asked = approvals()
                .request(new ApprovalRequest(
                        "k", "Poster", create("s", "Poster").ref(), null, List.of("two"), null, null, Map.of()))
                .get(0);
        approvals().decide(asked.ref(), YES);
        sandbox.workflows().personChanges(process(asked), "stop");
        assertThat(approvals().get(asked.ref()).status()).isEqualTo(ApprovalStatus.CANCELLED);
        sandbox.workflows().personChanges(process(asked), "archive");
        Approval archived = approvals().get(asked.ref());
        assertThat(archived.decision()).isNull();
        assertThat(archived.status()).isEqualTo(ApprovalStatus.UNKNOWN);
        assertThat(cases().get(asked.ref()).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(cases().get(asked.ref()).outcome()).isNull();
    }

    private static long process(Approval approval) {
        return Long.parseLong(approval.ref().id().substring("wf:".length()));
    }

    @Test
    void doesNotTakeALabelThatNobodyExplainedForAYes() {
        Approval asked = ask("k");
        long process = Long.parseLong(asked.ref().id().substring(3));
        sandbox.workflows().personDecides(process, "Waved through");
        assertThat(approvals().get(asked.ref()).status()).isEqualTo(ApprovalStatus.of("waved_through"));
        reopen(options().verdicts(Map.of("Waved Through", "approved")));
        assertThat(approvals().get(asked.ref()).status()).isEqualTo(ApprovalStatus.APPROVED);
    }

    @Test
    void whoIsSlowerToDecideIsToldOfTheConflictUnlessBothSayTheSame() {
        for (String asked : List.of("GET " + FORM, "PUT " + STEPS)) {
            String[] request = asked.split(" ", -1);
            Approval no = ask("no " + asked);
            sandbox.beforeNext(request[0], request[1], () -> sandbox.workflows().personDecides(process(no), "Reject"));
            assertThat(failure(() -> approvals().decide(no.ref(), YES)).kind()).isEqualTo(ErrorKind.CONFLICT);
            assertThat(approvals().get(no.ref()).status()).isEqualTo(ApprovalStatus.REJECTED);

            Approval yes = ask("yes " + asked);
            sandbox.beforeNext(
                    request[0], request[1], () -> sandbox.workflows().personDecides(process(yes), "Approve"));
            assertThat(approvals().decide(yes.ref(), YES).status()).isEqualTo(ApprovalStatus.APPROVED);
        }
        Approval two = ask("two", "two");
        sandbox.beforeNext("PUT", STEPS, () -> sandbox.workflows().personDecides(process(two), "Approve"));
        assertThat(failure(() -> approvals().decide(two.ref(), YES)).kind())
                .as("the next step waits for another answer")
                .isEqualTo(ErrorKind.CONFLICT);
    }

    @Test
    void whoIsSlowerToCompleteATaskIsToldOfTheConflictUnlessBothSayTheSame() {
        CaseTask no = task(open("review", "no"));
        sandbox.beforeNext("GET", FORM, () -> anotherCompletes(no, "Reject"));
        TaskResult yes = TaskResult.of("Approve", null, null);
        assertThat(failure(() -> cases().complete(no.ref(), yes)).kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(cases().task(no.ref()).outcome()).isEqualTo("Reject");

        CaseTask same = task(open("review", "yes"));
        sandbox.beforeNext("PUT", STEPS, () -> anotherCompletes(same, "Approve"));
        assertThat(cases().complete(same.ref(), yes).outcome()).isEqualTo("Approve");
    }

    @Test
    void whoIsSlowerToDelegateATaskIsToldThatItIsDone() {
        CaseTask task = task(open("review", "k"));
        sandbox.beforeNext("PUT", STEPS, () -> anotherCompletes(task, "Reject"));
        assertThat(failure(() -> cases().delegate(task.ref(), Actor.of("bob"))).kind())
                .isEqualTo(ErrorKind.CONFLICT);
        assertThat(cases().task(task.ref()).outcome()).isEqualTo("Reject");
    }

    /** By the same library. */
    private void anotherCompletes(CaseTask task, String outcome) {
        String[] id = task.ref().id().substring("wf:".length()).split("/", 2);
        String comment = Remarks.write(null, id[1] + " " + outcome, null);
        sandbox.workflows().personDecides(Long.parseLong(id[0]), outcome, comment);
    }

    @Test
    void aTaskThatStaysOpenWasTurnedDownForAnotherReason() {
        CaseTask task = task(open("review", "k"));
        sandbox.failNext(
                1, "PUT", STEPS, Fault.reply(SandboxResponse.json(400, Map.of("error", "Invalid form values."))));
        assertThat(failure(() -> cases().complete(task.ref(), TaskResult.of("Approve", null, null)))
                        .kind())
                .isEqualTo(ErrorKind.REJECTED);
    }

    private CaseTask task(CaseRecord opened) {
        return cases().tasks(TaskQuery.ALL.ofCase(opened.ref())).iterator().next();
    }

    @Test
    void takesATaskThatIsOfferedToAGroupBeforeItActs() {
        CaseRecord opened = open("note", "k");
        CaseTask task =
                cases().tasks(TaskQuery.ALL.ofCase(opened.ref())).iterator().next();
        sandbox.workflows().letOthersBeFaster();
        ConnectorException lost = failure(() -> cases().complete(task.ref(), TaskResult.of("SendOn", null, null)));
        assertThat(lost.kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(lost.error().trace().vendorCode()).isEqualTo("ErrCode_Accept_Task");
    }

    @Test
    void doesNotLogInAgainWhenAStepWantsThePassword() {
        sandbox.workflows().askForPassword();
        CaseRecord opened = open("review", "k");
        CaseTask task =
                cases().tasks(TaskQuery.ALL.ofCase(opened.ref())).iterator().next();
        int logins = sandbox.requests("POST", "/cs/cs/api/v1/auth").size();
        ConnectorException failure = failure(() -> cases().complete(task.ref(), TaskResult.of("Approve", null, null)));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure.error().trace().vendorCode()).isEqualTo("662306821");
        assertThat(sandbox.requests("POST", "/cs/cs/api/v1/auth")).hasSize(logins);
        assertThat(failure(() -> approvals().decide(ask("k").ref(), YES)).kind())
                .isEqualTo(ErrorKind.REJECTED);
    }

    @Test
    void findsTheWorkflowWhoseStartWasNotAnswered() {
        connector.check();
        // The first change fills the draft in, the second starts it.
        sandbox.failNext(1, "PUT", "/cs/cs/api/v2/draftprocesses", Fault.latency(Duration.ZERO));
        sandbox.failNext(
                1,
                "PUT",
                "/cs/cs/api/v2/draftprocesses",
                Fault.connectionReset().afterHandling());
        assertThat(failure(() -> open("review", "k")).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        CaseRecord found = cases().findByKey("k").orElseThrow();
        assertThat(open("review", "k").ref()).isEqualTo(found.ref());
        assertThat(sandbox.workflows().started()).isEqualTo(1);
    }

    @Test
    void leavesADraftBehindRatherThanAWorkflowTwice() {
        connector.check();
        sandbox.failNext(
                1,
                "POST",
                "/cs/cs/api/v2/draftprocesses",
                Fault.connectionReset().afterHandling());
        open("review", "k");
        assertThat(sandbox.workflows().started()).isEqualTo(1);
        assertThat(sandbox.workflows().unstarted()).isEqualTo(1);
    }

    @Test
    void keepsTheKeyOfACaseInWhatIsSaidAtItsStart() {
        CaseRecord opened = open("review", "Key: 1/ä");
        assertThat(opened.key()).isEqualTo("Key: 1/ä");
        assertThat(opened.title()).isEqualTo("Poster");
        assertThat(opened.subject()).isEqualTo(SourceRef.of("dam", "42"));
    }

    @Test
    void listsStepsOfWorkflowsOnlyAmongWhatWaits() {
        CaseRecord opened = open("review", "k");
        assertThat(cases().tasks(TaskQuery.ALL)).extracting(CaseTask::caseRef).containsExactly(opened.ref());
    }

    @Test
    void tellsOfFinishedTasksWithinACase() {
        CaseRecord opened = open("two", "k");
        CaseTask first =
                cases().tasks(TaskQuery.ALL.ofCase(opened.ref())).iterator().next();
        cases().complete(first.ref(), TaskResult.of("Approve", "fine", Actor.of("ann")));
        assertThat(cases().tasks(TaskQuery.ALL.ofCase(opened.ref()).withFinished(true)))
                .extracting(CaseTask::outcome)
                .containsExactlyInAnyOrder(null, "Approve");
        assertThat(cases().get(opened.ref()).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void sendsATaskForReviewByName() {
        CaseRecord opened = open("review", "k");
        CaseTask task =
                cases().tasks(TaskQuery.ALL.ofCase(opened.ref())).iterator().next();
        cases().delegate(task.ref(), Actor.of("bob"));
        String body =
                sandbox.requests("PUT", "/cs/cs/api/v2/processes").get(0).form().get("body");
        assertThat(body).contains("\"action\":\"Review\"", "\"assignee\":\"1001\"");
        assertThat(failure(() -> cases().delegate(task.ref(), Actor.of("nobody")))
                        .kind())
                .isEqualTo(ErrorKind.REJECTED);
    }

    @Test
    void putsLinksIntoTheFolderOfAttachments() {
        CaseRecord opened = open("review", "k");
        Link link = new Link("Poster", URI.create("https://dam.example/1"), null);
        cases().attach(opened.ref(), link);
        cases().attach(opened.ref(), link);
        assertThat(sandbox.requests("POST", "/cs/cs/api/v2/nodes")).hasSize(1);
    }

    @Test
    void doesNotCancelWhatHasEnded() {
        CaseRecord opened = open("review", "k");
        CaseTask task =
                cases().tasks(TaskQuery.ALL.ofCase(opened.ref())).iterator().next();
        cases().complete(task.ref(), TaskResult.of("Approve", null, null));
        assertThat(cases().get(opened.ref()).status()).isEqualTo(CaseStatus.RESOLVED);
        assertThat(cases().get(opened.ref()).outcome()).isEqualTo("Approve");
        assertThat(failure(() -> cases().cancel(opened.ref(), "x")).kind()).isEqualTo(ErrorKind.CONFLICT);
    }

    @Test
    void listsApprovalsAndLeavesOutCases() {
        Approval asked = ask("k");
        CaseRecord opened = open("review", "case");
        assertThat(approvals().query(ApprovalQuery.ALL.ofCase(opened.ref()))).isEmpty();
        assertThat(approvals().query(ApprovalQuery.ALL))
                .extracting(Approval::ref)
                .containsExactly(asked.ref());
        assertThat(approvals().query(ApprovalQuery.ALL.ofCase(asked.ref()))).hasSize(1);
    }
}
