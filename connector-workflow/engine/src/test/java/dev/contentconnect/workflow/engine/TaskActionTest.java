package dev.contentconnect.workflow.engine;

import static dev.contentconnect.workflow.engine.Cases.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningEngine.class)
class TaskActionTest {

    private static final String ANN = "ann@example.com";
    private static final String BOB = "bob@example.com";

    private final Cases cases;
    private String caseId = "";
    private String task = "";

    TaskActionTest(Cases cases) {
        this.cases = cases;
    }

    @BeforeEach
    void openTask() {
        caseId = cases.start("rights-review");
        task = cases.task(caseId, "rightsReview");
    }

    private Answer act(String action, String assignee) {
        return cases.action(task, Map.of("action", action, "assignee", assignee));
    }

    private Answer read() {
        return cases.service().get(API + "/tasks/" + task);
    }

    @Nested
    class Claim {
        @Test
        void setsAssigneeAndClaimTime() {
            assertThat(act("claim", ANN).status()).isIn(200, 204);

            assertThat(read().text("assignee")).isEqualTo(ANN);
            assertThat(read().body().hasNonNull("claimTime")).isTrue();
        }

        @Test
        void aSecondOneIsAConflict() {
            act("claim", ANN);

            Answer second = act("claim", BOB);

            assertThat(second.status()).isEqualTo(409);
            assertThat(second.text("message")).contains("already claimed");
        }

        @Test
        void needsSomebody() {
            assertThat(cases.action(task, Map.of("action", "claim")).status()).isEqualTo(400);
        }

        @Test
        void isUndoneByUnclaim() {
            act("claim", ANN);

            assertThat(act("unclaim", ANN).status()).isIn(200, 204);
            assertThat(read().body().path("assignee").isNull()).isTrue();
            assertThat(act("claim", BOB).status()).isIn(200, 204);
        }
    }

    @Nested
    class Complete {
        @Test
        void writesTheOutcomeIntoTheTasksVariable() {
            cases.action(task, Map.of("action", "complete", "outcome", "cleared"));

            assertThat(cases.outcome(caseId)).isEqualTo("cleared");
        }

        @Test
        void aFinishedTaskIsGone() {
            cases.action(task, Map.of("action", "complete", "outcome", "cleared"));

            assertThat(read().status()).isEqualTo(404);
            Answer again = cases.action(task, Map.of("action", "complete", "outcome", "cleared"));
            assertThat(again.status()).isEqualTo(404);
            assertThat(again.text("message")).isEqualTo("Not found");
            assertThat(again.text("exception")).contains(task);
        }

        @Test
        void isAServerErrorWhileDelegated() {
            act("claim", ANN);
            act("delegate", BOB);

            Answer refused = cases.action(task, Map.of("action", "complete", "outcome", "cleared"));

            assertThat(refused.status()).isEqualTo(500);
            assertThat(refused.text("exception")).contains("delegated");
            assertThat(read().status()).isEqualTo(200);
        }

        @Test
        void isAServerErrorWhileSuspended() {
            cases.service().put(API + "/process-instances/" + caseId, Map.of("action", "suspend"));

            assertThat(cases.action(task, Map.of("action", "complete", "outcome", "cleared"))
                            .status())
                    .isEqualTo(500);
            assertThat(read().body().path("suspended").asBoolean()).isTrue();
        }
    }

    @Nested
    class Delegate {
        @Test
        void keepsTheOwnerUntilResolved() {
            act("claim", ANN);

            assertThat(act("delegate", BOB).status()).isIn(200, 204);
            assertThat(read().text("owner")).isEqualTo(ANN);
            assertThat(read().text("assignee")).isEqualTo(BOB);
            assertThat(read().text("delegationState")).isEqualTo("pending");

            assertThat(act("resolve", BOB).status()).isIn(200, 204);
            assertThat(read().text("assignee")).isEqualTo(ANN);
            assertThat(read().text("delegationState")).isEqualTo("resolved");
            cases.complete(caseId, "rightsReview", "cleared");
        }

        @Test
        void needsSomebody() {
            assertThat(cases.action(task, Map.of("action", "delegate")).status())
                    .isEqualTo(400);
        }
    }

    @Test
    void anUnknownActionIsABadRequest() {
        Answer refused = act("approve", ANN);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("message")).isEqualTo("Bad request");
        assertThat(refused.text("exception")).contains("approve");
    }

    @Test
    void refusesWhatIsNotJsonOrNotDeclaredAsSuch() {
        assertThat(cases.service()
                        .raw("POST", API + "/tasks/" + task, "application/json", "{\"action\":")
                        .status())
                .isEqualTo(400);
        assertThat(cases.service()
                        .raw("POST", API + "/tasks/" + task, "text/plain", "{}")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void ignoresAttributesItDoesNotKnow() {
        assertThat(cases.action(task, Map.of("action", "claim", "assignee", ANN, "mood", "good"))
                        .status())
                .isIn(200, 204);
    }
}
