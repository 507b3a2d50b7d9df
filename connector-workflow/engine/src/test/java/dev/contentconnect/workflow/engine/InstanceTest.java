package dev.contentconnect.workflow.engine;

import static dev.contentconnect.workflow.engine.Cases.API;
import static dev.contentconnect.workflow.engine.Cases.HISTORY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningEngine.class)
class InstanceTest {

    private final Cases cases;
    private final Caller service;

    InstanceTest(Cases cases) {
        this.cases = cases;
        this.service = cases.service();
    }

    @Nested
    class Start {
        @Test
        void keepsKeyNameVariablesOfAllTypesAndTheFirstComment() {
            String key = Cases.key();
            Answer started = service.as("ann@example.com")
                    .post(
                            API + "/process-instances",
                            Map.of(
                                    "processDefinitionKey",
                                    "contentconnect-rights-review",
                                    "businessKey",
                                    key,
                                    "name",
                                    "Rights of A-1",
                                    "outcome",
                                    "none",
                                    "comment",
                                    Map.of("message", "please hurry", "type", "comment"),
                                    "returnVariables",
                                    true,
                                    "variables",
                                    List.of(
                                            Map.of("name", "n", "type", "long", "value", 7),
                                            Map.of("name", "d", "type", "double", "value", 1.5),
                                            Map.of("name", "when", "type", "date", "value", "2026-01-02T03:04:05.678Z"),
                                            Map.of("name", "j", "type", "json", "value", Map.of("a", List.of(1, 2))))));

            assertThat(started.status()).isEqualTo(201);
            assertThat(started.text("startUserId")).isEqualTo("ann@example.com");
            assertThat(started.text("name")).isEqualTo("Rights of A-1");
            assertThat(started.body().has("processDefinitionId")).isFalse();
            assertThat(started.variable("j").at("/a/1").asInt()).isEqualTo(2);
            assertThat(started.variable("when").asText()).startsWith("2026-01-02T03:04:05");
            assertThat(started.variable("n").asLong()).isEqualTo(7);
            assertThat(service.get(API + "/process-instances", "businessKey", key, "includeProcessComments", "true")
                            .items()
                            .get(0)
                            .at("/comments/0/message")
                            .asText())
                    .isEqualTo("please hurry");
        }

        @Test
        void needsExactlyOneKnownDefinition() {
            assertThat(service.post(API + "/process-instances", Map.of()).status())
                    .isEqualTo(400);
            Answer unknown = service.post(API + "/process-instances", Map.of("processDefinitionKey", "nothing"));
            assertThat(unknown.status()).isEqualTo(400);
            assertThat(unknown.text("exception")).contains("nothing");
            assertThat(service.post(API + "/process-instances", Map.of("message", "nobody-listens"))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Nested
    class State {
        @Test
        void canBeSuspendedOnceAndActivatedOnce() {
            String path = API + "/process-instances/" + cases.start("rights-review");

            Answer suspended = service.put(
                    path, Map.of("action", "suspend", "comment", Map.of("message", "on hold", "type", "comment")));
            assertThat(suspended.body().path("suspended").asBoolean()).isTrue();
            assertThat(service.put(path, Map.of("action", "suspend")).status()).isEqualTo(409);
            assertThat(service.get(path + "/comments").all("message")).containsExactly("on hold");
            assertThat(service.post(path + "/comments", Map.of("message", "too late"))
                            .status())
                    .isEqualTo(500);
            assertThat(service.put(path, Map.of("action", "activate")).status()).isEqualTo(200);
            assertThat(service.put(path, Map.of("action", "activate")).status()).isEqualTo(409);
            assertThat(service.put(path, Map.of("action", "dance")).status()).isEqualTo(400);
        }

        @Test
        void aCancelledOneKeepsItsReasonInTheHistory() {
            String id = cases.start("approval", "stakeholders", "legal");

            assertThat(service.delete(API + "/process-instances/" + id, "deleteReason", "superseded by 2+3")
                            .status())
                    .isEqualTo(204);

            assertThat(cases.running(id).status()).isEqualTo(404);
            assertThat(cases.history(id).text("deleteReason")).isEqualTo("superseded by 2+3");
            assertThat(cases.tasks(id)).isEmpty();
            assertThat(service.delete(API + "/process-instances/" + id).status())
                    .isEqualTo(404);
        }

        @Test
        void hasADiagram() {
            Answer diagram = service.get(API + "/process-instances/" + cases.start("approval") + "/diagram");

            assertThat(diagram.status()).isEqualTo(200);
            assertThat(diagram.contentType()).isEqualTo("image/png");
        }
    }

    @Nested
    class Variables {
        @Test
        void existingOnesAreAConflictForPostNotForPut() {
            String path = API + "/process-instances/" + cases.start("rights-review") + "/variables";

            assertThat(service.post(path, Cases.variables("score", 1)).status()).isEqualTo(201);
            assertThat(service.post(path, Cases.variables("score", 2)).status()).isEqualTo(409);
            assertThat(service.put(path, Cases.variables("score", 3)).status()).isEqualTo(201);
            assertThat(service.put(path + "/score", Cases.variable("score", 4))
                            .body()
                            .path("value")
                            .asInt())
                    .isEqualTo(4);
            assertThat(service.get(path, "type", "integer").all("name")).containsExactly("score");
            assertThat(service.delete(path + "/score").status()).isEqualTo(204);
            assertThat(service.get(path + "/score").status()).isEqualTo(404);
        }
    }

    @Nested
    class Listing {
        @Test
        void tellsParentAndDefinitionAndLeavesOutCalledOnesOnRequest() {
            String id = cases.start("approval", "stakeholders", "legal");

            Answer children = service.get(API + "/process-instances", "superProcessInstanceId", id);
            assertThat(children.all("superProcessInstanceId")).containsExactly(id);
            assertThat(children.all("processDefinitionName")).containsExactly("Stakeholder review");
            assertThat(service.get(
                                    API + "/process-instances",
                                    "superProcessInstanceId",
                                    id,
                                    "excludeSubprocesses",
                                    "true")
                            .items())
                    .isEmpty();
        }

        @Test
        void saysNoToAFilterItCannotAnswer() {
            assertThat(service.get(API + "/process-instances", "dueBefore", "2030-01-01T00:00:00.000Z")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Nested
    class History {
        @Test
        void measuresInstancesAndTasks() {
            String id = cases.start("rights-review");
            String task = cases.task(id, "rightsReview");
            cases.action(task, Map.of("action", "claim", "assignee", "ann@example.com"));
            Answer open = service.get(HISTORY + "/historic-task-instances", "processInstanceId", id);
            assertThat(open.items().get(0).path("endTime").isNull()).isTrue();
            cases.complete(id, "rightsReview", "cleared");

            Answer tasks = service.get(
                    HISTORY + "/historic-task-instances",
                    "processInstanceId",
                    id,
                    "finished",
                    "true",
                    "includeTaskAssignments",
                    "true");
            var row = tasks.items().get(0);
            assertThat(row.path("durationInMillis").asLong()).isGreaterThanOrEqualTo(0);
            assertThat(row.path("workTimeInMillis").isNumber()).isTrue();
            assertThat(row.path("createTime").asText())
                    .isEqualTo(row.path("startTime").asText());
            assertThat(row.path("assignee").asText()).isEqualTo("ann@example.com");
            assertThat(row.path("assignments").toString()).contains("\"user\":\"ann@example.com\"");
            Answer instance = cases.history(id);
            assertThat(instance.body().path("durationInMillis").asLong()).isGreaterThanOrEqualTo(0);
            assertThat(instance.text("endActivityId")).isEqualTo("end");
        }

        @Test
        void findsByEndAndKey() {
            String id = cases.start("rights-review");
            String key = cases.running(id).text("businessKey");
            String[] finished = {"businessKey", key, "finished", "true", "finishedAfter", "2001-01-01T00:00:00.000Z"};
            assertThat(service.get(HISTORY + "/historic-process-instances", finished)
                            .items())
                    .isEmpty();
            cases.complete(id, "rightsReview", "refused");

            assertThat(service.get(HISTORY + "/historic-process-instances", finished)
                            .all("id"))
                    .containsExactly(id);
            assertThat(service.get(
                                    HISTORY + "/historic-process-instances",
                                    "businessKeyLike",
                                    key.substring(0, 20) + "%",
                                    "processDefinitionKey",
                                    "contentconnect-rights-review")
                            .all("id"))
                    .containsExactly(id);
            assertThat(service.get(HISTORY + "/historic-process-instances/unknown")
                            .status())
                    .isEqualTo(404);
        }
    }
}
