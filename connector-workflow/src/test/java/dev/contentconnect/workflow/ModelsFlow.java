package dev.contentconnect.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskOutcome;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.wire.WireModel;
import dev.contentconnect.workflow.wire.WireVariable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The shipped models but the approval, on the sandbox and on the real engine alike. Where they disagree, the sandbox is
 * wrong.
 */
abstract class ModelsFlow extends FlowScene {
    ModelsFlow(WorkflowConfig config, WorkflowConnector connector) {
        super(config, connector);
    }

    private CaseRecord opened(String model, Map<String, Object> values) {
        return cases().open(new CaseRequest(key, model, "A case", SourceRef.of("dam", "42"), "1", null, null, values));
    }

    private Approval decided(SourceRef caseRef, String stakeholder, DecisionOutcome outcome) {
        return approvals()
                .decide(
                        pending(caseRef, stakeholder).ref(),
                        Decision.of(outcome, "so be it").by(ANNA));
    }

    @Test
    void aRequestIsAskedAboutApprovedAndDelivered() {
        SourceRef request = opened("contentconnect-request", Map.of("requester", BEN.id(), "priority", 80))
                .ref();
        assertThat(open(request, "ownerDecision").priority()).isEqualTo(80);

        decided(request, "request", DecisionOutcome.CHANGES_REQUESTED);
        assertThat(open(request, "clarify").assignee()).isEqualTo(BEN);
        complete(request, "clarify", "answered");
        decided(request, "request", DecisionOutcome.APPROVED);
        CaseTask delivery = open(request, "fulfil");
        assertThat(cases().get(request).outcome()).isEqualTo("approved");
        cases().complete(delivery.ref(), TaskResult.of("delivered", "two files", BEN));

        assertThat(ended(request).outcome()).isEqualTo("delivered");
        assertThat(approvals().query(ApprovalQuery.ALL.ofCase(request)))
                .extracting(Approval::status)
                .containsExactlyInAnyOrder(ApprovalStatus.CHANGES_REQUESTED, ApprovalStatus.APPROVED);
    }

    @Test
    void aDecisionMadeElsewhereIsReadFromItsOwnVariable() {
        SourceRef request = opened("contentconnect-request", Map.of()).ref();
        SourceRef asked = pending(request, "request").ref();
        client().tasks().complete(asked.id(), "approved", List.of());
        complete(request, "fulfil", "delivered");
        ended(request);

        assertThat(approvals().get(asked).status()).isEqualTo(ApprovalStatus.APPROVED);
    }

    @Test
    void aWordThatAnotherStepWroteIsNoDecision() {
        SourceRef request = opened("contentconnect-request", Map.of()).ref();
        SourceRef asked = pending(request, "request").ref();
        client().tasks().complete(asked.id(), "approved", List.of());
        open(request, "fulfil");
        client().variables().put(request.id(), WireVariable.of("ownerOutcome", "string", "archived"));

        assertThat(approvals().get(asked).status()).isEqualTo(ApprovalStatus.UNKNOWN);
    }

    @Test
    void aRightsReviewRestrictsTheUse() {
        SourceRef review = opened("contentconnect-rights-review", Map.of("rightsAssignee", ANNA.id()))
                .ref();
        CaseTask task = open(review, "rightsReview");
        assertThat(task.assignee()).isEqualTo(ANNA);

        cases().complete(
                        task.ref(),
                        new TaskResult("restricted", "online only", ANNA, Map.of("territories", List.of("DE", "AT"))));

        CaseRecord ended = ended(review);
        assertThat(ended.outcome()).isEqualTo("restricted");
        assertThat(variables(ended))
                .containsEntry("rightsStatus", "restricted")
                .containsEntry("territories", List.of("DE", "AT"));
        assertThat(approvals().get(task.ref())).satisfies(one -> {
            assertThat(one.status()).isEqualTo(ApprovalStatus.APPROVED_WITH_CONDITIONS);
            assertThat(one.stakeholder()).isEqualTo("rights");
            assertThat(one.subject()).isEqualTo(SourceRef.of("dam", "42"));
        });
    }

    @Test
    void whatReplacesAnAssetWhoseRightsEndIsNamedByWhoDecides() {
        SourceRef expiry = opened("contentconnect-rights-expiry", Map.of("rightsAssignee", ANNA.id()))
                .ref();
        CaseTask task = open(expiry, "disposition");
        assertThat(task.assignee()).isEqualTo(ANNA);

        cases().complete(task.ref(), new TaskResult("replace", null, ANNA, Map.of("replacement", "43")));

        CaseRecord ended = ended(expiry);
        assertThat(ended.outcome()).isEqualTo("replace");
        assertThat(variables(ended)).containsEntry("replacement", "43");
    }

    @Test
    void anExceptionIsResolvedAtTheSecondAttempt() {
        SourceRef exception = opened(
                        "contentconnect-exception", Map.of("severity", "critical", "cause", "delivery-failed"))
                .ref();
        assertThat(open(exception, "triage").priority()).isEqualTo(90);

        complete(exception, "triage", "correct");
        complete(exception, "corrective", "corrected");
        complete(exception, "verify", "failing");
        complete(exception, "corrective", "corrected");
        complete(exception, "verify", "resolved");

        CaseRecord ended = ended(exception);
        assertThat(ended.outcome()).isEqualTo("resolved");
        assertThat(variables(ended)).containsEntry("attempt", 2);
        assertThat(approvals().query(ApprovalQuery.ALL.ofCase(exception)))
                .as("its tasks are work, not approvals")
                .isEmpty();
        assertThat(cases().tasks(TaskQuery.ALL.ofCase(exception).withFinished(true)))
                .extracting(CaseTask::outcome)
                .containsExactlyInAnyOrder("correct", "corrected", "failing", "corrected", "resolved");
    }

    @Test
    void anUnknownWordIsNoWayOutOfAnException() {
        SourceRef exception = opened("contentconnect-exception", Map.of()).ref();
        SourceRef triage = open(exception, "triage").ref();

        assertThat(kindOf(() -> cases().complete(triage, TaskResult.of("resolved", null, ANNA))))
                .isEqualTo(ErrorKind.REJECTED);
        client().tasks().complete(triage.id(), "resolved", List.of());

        assertThat(open(exception, "triage").ref()).as("the model asks again").isNotEqualTo(triage);
    }

    @Test
    void aLocalisationGoesThroughTheMarketsLegalCheck() {
        SourceRef market = opened("contentconnect-localisation", Map.of("market", "FR", "legalCheck", true))
                .ref();
        assertThat(open(market, "translate").name()).isEqualTo("Translate for FR");

        complete(market, "translate", "done");
        complete(market, "adapt", "done");
        decided(market, "legal", DecisionOutcome.CHANGES_REQUESTED);
        complete(market, "adapt", "done");
        decided(market, "legal", DecisionOutcome.APPROVED);
        decided(market, "regional", DecisionOutcome.APPROVED);

        CaseRecord ended = ended(market);
        assertThat(ended.outcome()).isEqualTo("approved");
        assertThat(variables(ended)).containsEntry("revision", 1);
    }

    @Test
    void aChecklistAsksOnlyForWhatWasBlocked() {
        SourceRef launch = opened("contentconnect-checklist", Map.of()).ref();
        for (String item : List.of("creativeItem", "productItem", "regionalItem")) {
            complete(launch, item, "done");
        }
        complete(launch, "legalItem", "blocked");
        complete(launch, "resolveBlockers", "recheck");
        complete(launch, "legalItem", "done");

        assertThat(ended(launch).outcome()).isEqualTo("done");
    }

    @Test
    void aBudgetExceptionIsJustifiedFirst() {
        SourceRef budget = opened("contentconnect-budget-exception", Map.of("amount", "1200.50", "currency", "EUR"))
                .ref();
        complete(budget, "justify", "submitted");
        Approval decided = decided(budget, "finance", DecisionOutcome.REJECTED);

        assertThat(decided.decision().decidedBy()).isEqualTo(Actor.of(ANNA.id()));
        assertThat(ended(budget).outcome()).isEqualTo("rejected");
    }

    @Test
    void aModelOfTheModelerIsDeployedAndItsOutcomesAreFound() {
        String head = client().models()
                .list(WorkflowQuery.ALL.with("key", "contentconnect-rights-review"))
                .iterator()
                .next()
                .id();
        Map<String, @Nullable Object> content =
                plain(client().models().get(head, "json").modelContent());
        Map<String, @Nullable Object> properties = plain(content.get("properties"));
        properties.put("process_id", "rights-copy");
        content.put("properties", properties);

        WireModel deployed = client().models().create(WireModel.json(content));

        assertThat(deployed.key()).isEqualTo("rights-copy");
        SourceRef opened = opened("rights-copy", Map.of()).ref();
        SourceRef task = open(opened, "rightsReview").ref();
        assertThat(cases().outcomes(task)).extracting(TaskOutcome::value).contains("cleared", "refused");
        cases().complete(task, TaskResult.of("cleared", null, ANNA));
        assertThat(ended(opened).outcome()).isEqualTo("cleared");
    }

    private static Map<String, @Nullable Object> plain(@Nullable Object object) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        ((Map<?, ?>) object).forEach((name, value) -> out.put(String.valueOf(name), value));
        return out;
    }
}
