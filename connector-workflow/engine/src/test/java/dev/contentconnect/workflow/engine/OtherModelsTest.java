package dev.contentconnect.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningEngine.class)
class OtherModelsTest {

    private final Cases cases;

    OtherModelsTest(Cases cases) {
        this.cases = cases;
    }

    @Nested
    class Request {
        @Test
        void isDeliveredAfterTheOwnerApproved() {
            String id = cases.start("request", "priority", 80, "owner", "olga@example.com");

            assertThat(cases.tasks(id).get(0).path("priority").asInt()).isEqualTo(80);
            assertThat(cases.tasks(id).get(0).path("assignee").asText()).isEqualTo("olga@example.com");
            cases.complete(id, "ownerDecision", "approved");
            assertThat(cases.ended(id)).isFalse();
            cases.complete(id, "fulfil", "delivered");

            assertThat(cases.outcome(id)).isEqualTo("delivered");
        }

        @Test
        void goesBackToTheRequesterAndEndsWithARejection() {
            String id = cases.start("request");

            cases.complete(id, "ownerDecision", "clarify");
            cases.complete(id, "clarify", "answered");
            cases.complete(id, "ownerDecision", "rejected");

            assertThat(cases.outcome(id)).isEqualTo("rejected");
        }

        @Test
        void mayBeWithdrawnOrUndeliverable() {
            String withdrawn = cases.start("request");
            cases.complete(withdrawn, "ownerDecision", "clarify");
            cases.complete(withdrawn, "clarify", "withdrawn");
            String undeliverable = cases.start("request");
            cases.complete(undeliverable, "ownerDecision", "approved");
            cases.complete(undeliverable, "fulfil", "undeliverable");

            assertThat(cases.outcome(withdrawn)).isEqualTo("withdrawn");
            assertThat(cases.outcome(undeliverable)).isEqualTo("undeliverable");
        }
    }

    @Nested
    class RightsReview {
        @Test
        void restrictsWithTerritoriesAndValidity() {
            String id = cases.start("rights-review", "assetId", "A-1");

            cases.complete(
                    id, "rightsReview", "restricted", "territories", "DE,AT", "validUntil", "2027-01-01T00:00:00.000Z");

            assertThat(cases.outcome(id)).isEqualTo("restricted");
            assertThat(cases.history(id).variable("rightsStatus").asText()).isEqualTo("restricted");
            assertThat(cases.history(id).variable("territories").asText()).isEqualTo("DE,AT");
        }

        @Test
        void clearsRefusesAndAsksAgainAfterAnUnknownWord() {
            String cleared = cases.start("rights-review");
            cases.complete(cleared, "rightsReview", "Clear");
            cases.complete(cleared, "rightsReview", "cleared");
            String refused = cases.start("rights-review");
            cases.complete(refused, "rightsReview", "refused");

            assertThat(cases.outcome(cleared)).isEqualTo("cleared");
            assertThat(cases.outcome(refused)).isEqualTo("refused");
        }

        @Test
        void recordsThatItIsOverdue() {
            String id = cases.start("rights-review", "escalateAfter", "PT1S");

            Cases.eventually(() -> cases.running(id).variable("escalated").asBoolean(), Boolean::booleanValue);

            assertThat(cases.categories(id)).containsExactly("rights");
        }
    }

    @Nested
    class RightsExpiry {
        @Test
        void isRenewedReplacedOrTakenDown() {
            for (String word : List.of("renew", "replace", "takedown")) {
                String id = cases.start("rights-expiry", "assetId", "A-1");

                cases.complete(id, "disposition", word);

                assertThat(cases.outcome(id)).isEqualTo(word);
            }
        }

        @Test
        void asksAgainAfterAnUnknownWordAndRecordsThatItIsOverdue() {
            String id = cases.start("rights-expiry", "escalateAfter", "PT1S");

            cases.complete(id, "disposition", "Renew");
            Cases.eventually(() -> cases.running(id).variable("escalated").asBoolean(), Boolean::booleanValue);
            cases.complete(id, "disposition", "renew");

            assertThat(cases.outcome(id)).isEqualTo("renew");
        }
    }

    @Nested
    class Localisation {
        @Test
        void translatesAdaptsAndIsApprovedByTheRegion() {
            String id = cases.start(
                    "localisation", "market", "FR", "language", "fr", "translateDue", "2030-01-01T00:00:00.000Z");

            assertThat(cases.tasks(id).get(0).path("name").asText()).isEqualTo("Translate for FR");
            assertThat(cases.tasks(id).get(0).path("dueDate").asText()).startsWith("2030-01-01");
            cases.complete(id, "translate", "done");
            cases.complete(id, "adapt", "done");
            cases.complete(id, "regional", "approved");

            assertThat(cases.outcome(id)).isEqualTo("approved");
        }

        @Test
        void goesThroughTheMarketsLegalCheckAndBackToAdaptation() {
            String id = cases.start("localisation", "market", "FR", "language", "fr", "legalCheck", true);

            cases.complete(id, "translate", "done");
            cases.complete(id, "adapt", "done");
            cases.complete(id, "legal", "revise");
            cases.complete(id, "adapt", "done");
            cases.complete(id, "legal", "approved");
            cases.complete(id, "regional", "rejected");

            assertThat(cases.outcome(id)).isEqualTo("rejected");
            assertThat(cases.history(id).variable("revision").asInt()).isEqualTo(1);
        }

        @Test
        void canBeBlockedAtEachStep() {
            String early = cases.start("localisation", "market", "FR");
            cases.complete(early, "translate", "blocked");
            String late = cases.start("localisation", "market", "FR");
            cases.complete(late, "translate", "done");
            cases.complete(late, "adapt", "blocked");

            assertThat(cases.outcome(early)).isEqualTo("blocked");
            assertThat(cases.outcome(late)).isEqualTo("blocked");
        }
    }

    @Nested
    class Checklist {
        @Test
        void isDoneWhenEveryItemIs() {
            String id = cases.start("checklist");

            assertThat(cases.categories(id)).containsExactly("creative", "legal", "product", "regional");
            cases.complete(id, "creative", "done");
            cases.complete(id, "legal", "done");
            cases.complete(id, "product", "done");
            assertThat(cases.ended(id)).isFalse();
            cases.complete(id, "regional", "done");

            assertThat(cases.outcome(id)).isEqualTo("done");
        }

        @Test
        void asksOnlyForWhatWasBlocked() {
            String id = cases.start("checklist");
            for (String done : List.of("creative", "product", "regional")) {
                cases.complete(id, done, "done");
            }
            cases.complete(id, "legal", "blocked");

            cases.complete(id, "resolveBlockers", "recheck");
            cases.awaitCategories(id, "legal");
            cases.complete(id, "legal", "done");

            assertThat(cases.outcome(id)).isEqualTo("done");
        }

        @Test
        void itemsAnsweredInTheSameMomentDoNotFailEachOther() {
            String id = cases.start("checklist");
            List<String> tasks = cases.tasks(id).stream()
                    .map(task -> task.path("id").asText())
                    .toList();

            List<Integer> statuses = tasks.parallelStream()
                    .map(task -> cases.action(task, Map.of("action", "complete", "outcome", "done"))
                            .status())
                    .toList();

            assertThat(statuses).hasSize(4).containsOnly(200);
            assertThat(cases.outcome(id)).isEqualTo("done");
        }

        @Test
        void canBeCalledOff() {
            String id = cases.start("checklist");
            for (String item : List.of("creative", "product", "regional", "legal")) {
                cases.complete(id, item, "blocked");
            }
            cases.complete(id, "resolveBlockers", "called-off");

            assertThat(cases.outcome(id)).isEqualTo("blocked");
        }
    }

    @Nested
    class ContentException {
        @Test
        void isResolvedAfterASecondAttempt() {
            String id = cases.start("exception", "severity", "critical", "cause", "delivery-failed", "assetId", "A-1");

            assertThat(cases.tasks(id).get(0).path("priority").asInt()).isEqualTo(90);
            cases.complete(id, "triage", "correct");
            cases.complete(id, "corrective", "corrected");
            cases.complete(id, "verify", "failing");
            cases.complete(id, "corrective", "corrected");
            cases.complete(id, "verify", "resolved");

            assertThat(cases.outcome(id)).isEqualTo("resolved");
            assertThat(cases.history(id).variable("attempt").asInt()).isEqualTo(2);
        }

        @Test
        void canBeGivenUp() {
            String id = cases.start("exception", "severity", "low");
            cases.complete(id, "triage", "correct");
            cases.complete(id, "corrective", "cannot-resolve");

            assertThat(cases.outcome(id)).isEqualTo("cannot-resolve");
        }
    }

    @Nested
    class BudgetException {
        @Test
        void asksForAJustificationFirst() {
            String id = cases.start("budget-exception", "amount", "1200.50", "currency", "EUR", "threshold", "1000");

            cases.complete(id, "justify", "submitted", "justification", "storm damage");
            cases.complete(id, "financeApproval", "approved");

            assertThat(cases.outcome(id)).isEqualTo("approved");
            assertThat(cases.history(id).variable("escalated").asBoolean()).isFalse();
        }

        @Test
        void movesToTheDirectorWhenFinanceIsLate() {
            String id = cases.start("budget-exception", "justification", "late fee", "escalateAfter", "PT1S");
            String finance = cases.task(id, "financeApproval");

            Cases.eventually(
                    () -> cases.tasks(id).stream()
                            .map(task -> task.path("taskDefinitionKey").asText())
                            .toList(),
                    List.of("directorApproval")::equals);
            assertThat(cases.service().get(Cases.API + "/tasks/" + finance).status())
                    .isEqualTo(404);
            cases.complete(id, "directorApproval", "rejected");

            assertThat(cases.outcome(id)).isEqualTo("rejected");
            assertThat(cases.history(id).variable("escalated").asBoolean()).isTrue();
        }
    }
}
