package dev.contentconnect.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningEngine.class)
class ApprovalModelTest {

    private final Cases cases;

    ApprovalModelTest(Cases cases) {
        this.cases = cases;
    }

    @Nested
    class Asking {
        @Test
        void asksBrandLegalAndMarketingWhenNobodyIsNamed() {
            String id = cases.start("approval");

            assertThat(cases.categories(id)).containsExactly("brand", "legal", "marketing");
        }

        @Test
        void asksExactlyThoseNamed() {
            String id = cases.start("approval", "stakeholders", "Product, compliance,finance,regional");

            assertThat(cases.categories(id)).containsExactly("compliance", "finance", "product", "regional");
        }

        @Test
        void refusesAStakeholderItDoesNotKnow() {
            String key = Cases.key();
            Answer refused = cases.service()
                    .post(
                            Cases.API + "/process-instances",
                            Map.of(
                                    "processDefinitionKey",
                                    "contentconnect-approval",
                                    "businessKey",
                                    key,
                                    "variables",
                                    Cases.variables("stakeholders", "legal,marketting")));

            assertThat(refused.status()).isEqualTo(500);
            assertThat(refused.text("exception")).contains("unknownStakeholder");
            assertThat(cases.service()
                            .get(Cases.HISTORY + "/historic-process-instances", "businessKey", key)
                            .items())
                    .isEmpty();
        }

        @Test
        void handsDueDateGroupAndSubjectToTheReview() {
            String id = cases.start(
                    "approval",
                    "stakeholders",
                    "legal",
                    "legalGroup",
                    "lawyers",
                    "dueDate",
                    "2030-01-02T03:04:05.000Z",
                    "assetId",
                    "A-7");
            Answer task = cases.service()
                    .get(
                            Cases.API + "/tasks/" + cases.task(id, "legal"),
                            "includeProcessVariables",
                            "true",
                            "includeTaskAssignments",
                            "true");

            assertThat(task.text("name")).isEqualTo("Legal review");
            assertThat(task.text("dueDate")).startsWith("2030-01-02T03:04:05");
            assertThat(task.variable("assetId").asText()).isEqualTo("A-7");
            assertThat(task.variable("caseInstanceId").asText()).isEqualTo(id);
            assertThat(task.body().path("assignments").toString()).contains("\"group\":\"lawyers\"");
        }

        @Test
        void reviewsAreTasksOfCalledInstances() {
            String id = cases.start("approval", "stakeholders", "legal");

            assertThat(cases.service()
                            .get(Cases.API + "/tasks", "processInstanceId", id)
                            .items())
                    .isEmpty();
            assertThat(cases.tasks(id)).hasSize(1);
            String child = cases.tasks(id).get(0).path("processInstanceId").asText();
            assertThat(cases.running(child).text("superProcessInstanceId")).isEqualTo(id);
        }
    }

    @Nested
    class Deciding {
        @Test
        void approvesOnlyWhenTheLastOneApproved() {
            String id = cases.start("approval", "stakeholders", "brand,legal");

            cases.complete(id, "brand", "approved", "decisionNotes", "lovely", "approver", "b@example.com");
            assertThat(cases.running(id).variable("outcome").isMissingNode()).isTrue();
            cases.complete(id, "legal", "approved");

            assertThat(cases.outcome(id)).isEqualTo("approved");
            Answer history = cases.history(id);
            assertThat(history.variable("brandOutcome").asText()).isEqualTo("approved");
            assertThat(history.variable("brandNotes").asText()).isEqualTo("lovely");
            assertThat(history.variable("brandApprover").asText()).isEqualTo("b@example.com");
            assertThat(history.body().path("deleteReason").isNull()).isTrue();
        }

        @Test
        void oneRejectionRejectsAfterEverybodyAnswered() {
            String id = cases.start("approval", "stakeholders", "brand,legal,marketing");

            cases.complete(id, "legal", "rejected", "decisionNotes", "no licence");
            cases.complete(id, "brand", "approved");
            cases.complete(id, "marketing", "revise");

            assertThat(cases.outcome(id)).isEqualTo("rejected");
            assertThat(cases.history(id).variable("legalNotes").asText()).isEqualTo("no licence");
        }

        @Test
        void aLabelInsteadOfAValueIsNoDecision() {
            String id = cases.start("approval", "stakeholders", "legal");
            String first = cases.task(id, "legal");

            cases.complete(id, "legal", "Approve");

            assertThat(cases.task(id, "legal")).isNotEqualTo(first);
            assertThat(cases.ended(id)).isFalse();
        }

        @Test
        void completingWithoutAnOutcomeIsNoDecision() {
            String id = cases.start("approval", "stakeholders", "legal");

            cases.action(cases.task(id, "legal"), Map.of("action", "complete"));

            assertThat(cases.categories(id)).containsExactly("legal");
        }
    }

    @Nested
    class Together {
        @Test
        void reviewersWhoAnswerInTheSameMomentDoNotFailEachOther() {
            String id = cases.start(
                    "approval", "stakeholders", "brand,legal,marketing,product,compliance,finance,regional");
            List<String> tasks = cases.tasks(id).stream()
                    .map(task -> task.path("id").asText())
                    .toList();

            List<Integer> statuses = tasks.parallelStream()
                    .map(task -> cases.action(task, Map.of("action", "complete", "outcome", "approved"))
                            .status())
                    .toList();

            assertThat(statuses).hasSize(7).containsOnly(200);
            assertThat(cases.outcome(id)).isEqualTo("approved");
        }
    }

    @Nested
    class Revising {
        @Test
        void comesBackToEverybodyAfterTheAuthorResubmitted() {
            String id = cases.start("approval", "stakeholders", "brand,legal", "author", "ann@example.com");

            cases.complete(id, "brand", "approved");
            cases.complete(id, "legal", "revise");
            cases.awaitCategories(id, "revise");
            assertThat(cases.tasks(id).get(0).path("assignee").asText()).isEqualTo("ann@example.com");
            cases.complete(id, "revise", "resubmitted", "assetVersion", "2");

            assertThat(cases.running(id).variable("revision").asInt()).isEqualTo(1);
            assertThat(cases.categories(id)).containsExactly("brand", "legal");
            cases.complete(id, "brand", "approved");
            cases.complete(id, "legal", "approved");
            assertThat(cases.outcome(id)).isEqualTo("approved");
            assertThat(cases.history(id).variable("assetVersion").asText()).isEqualTo("2");
        }

        @Test
        void theAuthorMayWithdraw() {
            String id = cases.start("approval", "stakeholders", "legal");

            cases.complete(id, "legal", "revise");
            cases.complete(id, "revise", "withdrawn");

            assertThat(cases.outcome(id)).isEqualTo("withdrawn");
        }

        @Test
        void aNewVersionVoidsTheReviewsInProgress() {
            String id = cases.start("approval", "stakeholders", "brand,legal", "assetVersion", "1");
            cases.complete(id, "brand", "approved");
            Cases.eventually(() -> cases.running(id).variable("brandOutcome").asText(), "approved"::equals);

            Answer execution = cases.service()
                    .get(
                            Cases.API + "/process-instances/executions",
                            "processInstanceId",
                            id,
                            "messageEventSubscriptionName",
                            "contentconnect-new-version");
            Answer told = cases.service()
                    .put(
                            Cases.API + "/process-instances/executions/"
                                    + execution.all("id").get(0),
                            Map.of(
                                    "action",
                                    "messageEventReceived",
                                    "messageName",
                                    "contentconnect-new-version",
                                    "variables",
                                    Cases.variables("assetVersion", "2")));

            assertThat(told.status()).isIn(200, 204);
            assertThat(cases.categories(id)).containsExactly("brand", "legal");
            assertThat(cases.running(id).variable("revision").asInt()).isEqualTo(1);
            cases.complete(id, "brand", "approved");
            cases.complete(id, "legal", "approved");
            assertThat(cases.outcome(id)).isEqualTo("approved");
        }
    }

    @Nested
    class Escalating {
        @Test
        void chasesAnOverdueReviewWithoutTakingItAway() {
            String id = cases.start("approval", "stakeholders", "legal", "escalateAfter", "PT1S");

            cases.awaitCategories(id, "escalation", "legal");
            cases.complete(id, "legal", "approved");

            assertThat(cases.outcome(id)).isEqualTo("approved");
            assertThat(cases.history(id).variable("legalEscalated").asBoolean()).isTrue();
            assertThat(cases.tasks(id)).isEmpty();
        }

        @Test
        void aChaseLeftOpenIsCancelledNotTheInstance() {
            String id = cases.start("approval", "stakeholders", "legal", "escalateAfter", "PT1S");
            cases.awaitCategories(id, "escalation", "legal");
            cases.complete(id, "legal", "approved");

            List<JsonNode> tasks = cases.service()
                    .get(Cases.HISTORY + "/historic-task-instances", "processInstanceIdWithChildren", id)
                    .items();
            assertThat(tasks)
                    .filteredOn(task -> task.path("deleteReason").isNull())
                    .extracting(task -> task.path("category").asText())
                    .containsExactly("legal");
            assertThat(tasks)
                    .filteredOn(task -> !task.path("deleteReason").isNull())
                    .extracting(task -> task.path("category").asText())
                    .containsExactly("escalation");
            assertThat(cases.service()
                            .get(Cases.HISTORY + "/historic-process-instances", "superProcessInstanceId", id)
                            .items())
                    .allMatch(child -> child.path("deleteReason").isNull());
        }
    }
}
