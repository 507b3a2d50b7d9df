package dev.contentconnect.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskOutcome;
import dev.contentconnect.core.model.TaskStatus;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Approvals, on the sandbox and on the real engine alike. Where they disagree, the sandbox is wrong. */
abstract class ApprovalFlow extends FlowScene {
    ApprovalFlow(WorkflowConfig config, WorkflowConnector connector) {
        super(config, connector);
    }

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
    void aMisspeltStakeholderIsRejectedByTheModel() {
        assertThat(kindOf(() -> requested("leagl"))).isEqualTo(ErrorKind.REJECTED);
        assertThat(cases().findByKey(key)).isEmpty();
    }

    @Test
    void isReadWithWhatWasSaid() {
        Approval asked = requested("legal").get(0);
        approvals()
                .decide(
                        asked.ref(),
                        Decision.of(DecisionOutcome.APPROVED, "fine").by(ANNA));

        assertThat(approvals().get(asked.ref()).comments())
                .extracting(Comment::text)
                .containsExactly("fine");
    }

    @Test
    void isFoundByStakeholderAndTime() {
        Instant before = requested("legal").get(0).requestedAt();
        List<Approval> asked = requested("legal");
        ApprovalQuery query = ApprovalQuery.ALL.ofStakeholder("legal").changedSince(before);

        assertThat(approvals().query(query))
                .extracting(Approval::ref)
                .contains(asked.get(0).ref());
        approvals()
                .decide(
                        asked.get(0).ref(),
                        Decision.of(DecisionOutcome.APPROVED, null).by(ANNA));
        assertThat(approvals().query(query))
                .extracting(Approval::ref)
                .contains(asked.get(0).ref());
        assertThat(approvals().query(query.ofStakeholder("brand")))
                .extracting(Approval::ref)
                .doesNotContain(asked.get(0).ref());
        assertThat(approvals().query(query.changedSince(before.plusSeconds(3_600))))
                .isEmpty();
    }

    @Test
    void isFoundByItsSubjectWithinACaseOnly() {
        Approval asked = requested("legal").get(0);
        ApprovalQuery query = ApprovalQuery.ALL.about(asked.subject());

        assertThat(approvals().query(query.ofCase(asked.caseRef())))
                .extracting(Approval::ref)
                .containsExactly(asked.ref());
        assertThat(kindOf(() -> approvals().query(query))).isEqualTo(ErrorKind.REJECTED);
    }
}
