package dev.contentconnect.workflow.engine;

import static dev.contentconnect.workflow.engine.Cases.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningEngine.class)
class TaskTest {

    private final Cases cases;
    private final Caller service;
    private String caseId = "";
    private String task = "";
    private String group = "";

    TaskTest(Cases cases) {
        this.cases = cases;
        this.service = cases.service();
    }

    @BeforeEach
    void openTask() {
        group = Cases.key().replace(':', '-');
        caseId = cases.start("rights-review", "rightsGroup", group, "dueDate", "2030-05-01T00:00:00.000Z");
        task = cases.task(caseId, "rightsReview");
    }

    private List<String> found(String... query) {
        String[] narrowed = java.util.Arrays.copyOf(query, query.length + 2);
        narrowed[query.length] = "processInstanceId";
        narrowed[query.length + 1] = caseId;
        Answer answer = service.get(API + "/tasks", narrowed);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.all("id");
    }

    @Nested
    class Filters {
        @Test
        void findsByCandidateGroup() {
            assertThat(service.get(API + "/tasks", "candidateGroup", group).all("id"))
                    .containsExactly(task);
            assertThat(service.get(API + "/tasks", "candidateGroups", "nobody," + group)
                            .all("id"))
                    .containsExactly(task);
        }

        @Test
        void findsByDueDate() {
            assertThat(found("dueBefore", "2030-05-02T00:00:00.000Z")).containsExactly(task);
            assertThat(found("dueBefore", "2030-04-30T00:00:00.000Z")).isEmpty();
            assertThat(found("dueAfter", "2030-05-01T01:00:00+02:00")).containsExactly(task);
            assertThat(found("dueOn", "2030-05-01T00:00:00.000Z")).containsExactly(task);
            assertThat(found("withoutDueDate", "true")).isEmpty();
            assertThat(found("withoutDueDate", "false")).containsExactly(task);
        }

        @Test
        void findsByAgeAndState() {
            assertThat(found("createdAfter", "2001-01-01T00:00:00.000Z")).containsExactly(task);
            assertThat(found("createdBefore", "2001-01-01T00:00:00.000Z")).isEmpty();
            assertThat(found("active", "true")).containsExactly(task);
            assertThat(found("active", "false")).isEmpty();
            assertThat(found("unassigned", "true")).containsExactly(task);
            cases.action(task, Map.of("action", "claim", "assignee", "ann@example.com"));
            assertThat(found("unassigned", "true")).isEmpty();
            assertThat(found("unassigned", "false")).containsExactly(task);
            assertThat(found("assignee", "ann@example.com")).containsExactly(task);
            assertThat(found("candidateOrAssigned", "ann@example.com")).containsExactly(task);
        }

        @Test
        void findsByNameCategoryPriorityAndDefinition() {
            assertThat(found("nameLike", "Review%")).containsExactly(task);
            assertThat(found("nameLike", "Review")).isEmpty();
            assertThat(found("category", "rights")).containsExactly(task);
            assertThat(found("minimumPriority", "51")).isEmpty();
            assertThat(found("processDefinitionKey", "contentconnect-rights-review"))
                    .containsExactly(task);
            assertThat(found("processDefinitionKeyLike", "contentconnect-%")).containsExactly(task);
        }

        @Test
        void refusesADateItCannotRead() {
            assertThat(service.get(API + "/tasks", "dueBefore", "next week").status())
                    .isEqualTo(400);
        }
    }

    @Nested
    class Change {
        @Test
        void changesOnlyWhatWasSent() {
            Answer changed =
                    service.put(API + "/tasks/" + task, Map.of("priority", 90, "dueDate", "2031-01-01T00:00:00.000Z"));

            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.body().path("priority").asInt()).isEqualTo(90);
            assertThat(changed.text("dueDate")).startsWith("2031-01-01");
            assertThat(changed.text("name")).isEqualTo("Review rights and usage");
        }

        @Test
        void aNullClears() {
            service.put(
                    API + "/tasks/" + task,
                    JsonNodeFactory.instance.objectNode().putNull("dueDate"));

            assertThat(found("withoutDueDate", "true")).containsExactly(task);
        }

        @Test
        void replacesCandidates() {
            service.put(
                    API + "/tasks/" + task,
                    Map.of("assignments", List.of(Map.of("type", "candidate", "group", "new-group"))));

            assertThat(service.get(API + "/tasks/" + task + "/assignments").all("group"))
                    .containsExactly("new-group");
        }
    }

    @Nested
    class Assignments {
        @Test
        void areAddedOneOrManyAndRemoved() {
            String path = API + "/tasks/" + task + "/assignments";
            assertThat(service.post(path, Map.of("type", "candidate", "user", "ann@example.com"))
                            .status())
                    .isEqualTo(201);
            service.post(
                    path,
                    List.of(
                            Map.of("type", "candidate", "group", "more"),
                            Map.of("type", "candidate", "user", "bob@example.com")));
            assertThat(service.get(path).items()).hasSize(4);
            assertThat(service.get(API + "/tasks", "candidateUser", "bob@example.com", "processInstanceId", caseId)
                            .all("id"))
                    .containsExactly(task);

            assertThat(service.delete(path, "type", "candidate", "user", "bob@example.com")
                            .status())
                    .isEqualTo(204);
            assertThat(service.get(path).items()).hasSize(3);
        }

        @Test
        void showOnTheTaskOnRequest() {
            service.post(API + "/tasks/" + task, Map.of("action", "claim", "assignee", "ann@example.com"));

            Answer read = service.get(API + "/tasks/" + task, "includeTaskAssignments", "true");

            assertThat(read.body().path("assignments").toString())
                    .contains("\"type\":\"assignee\",\"user\":\"ann@example.com\"")
                    .contains("\"type\":\"candidate\"");
            assertThat(service.get(API + "/tasks/" + task).body().has("assignments"))
                    .isFalse();
        }
    }

    @Nested
    class Attachments {
        @Test
        void areLinks() {
            String path = API + "/tasks/" + task + "/attachments";
            Answer added = service.as("ann@example.com")
                    .post(path, Map.of("name", "Master", "externalUrl", "https://dam.example.com/a/1", "type", "link"));

            assertThat(added.status()).isEqualTo(201);
            assertThat(added.text("userId")).isEqualTo("ann@example.com");
            assertThat(service.get(path).all("externalUrl")).containsExactly("https://dam.example.com/a/1");
            assertThat(service.get(path + "/" + added.id()).text("name")).isEqualTo("Master");
            assertThat(service.delete(path + "/" + added.id()).status()).isEqualTo(204);
            assertThat(service.get(path).body().has("_embedded")).isFalse();
        }
    }

    @Nested
    class Comments {
        @Test
        void carryTheirAuthorAndShowOnTheInstanceToo() {
            String path = API + "/tasks/" + task + "/comments";
            Answer added = service.as("ann@example.com").post(path, Map.of("message", "Licence is missing"));

            assertThat(added.status()).isEqualTo(201);
            assertThat(added.text("author")).isEqualTo("ann@example.com");
            assertThat(service.get(path).all("message")).containsExactly("Licence is missing");
            assertThat(service.get(API + "/process-instances/" + caseId + "/comments")
                            .all("message"))
                    .containsExactly("Licence is missing");
            assertThat(service.delete(path + "/" + added.id()).status()).isEqualTo(204);
        }

        @Test
        void surviveInTheHistoryOnly() {
            service.post(API + "/tasks/" + task + "/comments", Map.of("message", "So be it"));
            cases.complete(caseId, "rightsReview", "cleared");

            assertThat(service.get(API + "/tasks/" + task + "/comments").status())
                    .isEqualTo(404);
            assertThat(service.get(Cases.HISTORY + "/historic-task-instances/" + task, "includeTaskComments", "true")
                            .body()
                            .at("/comments/0/message")
                            .asText())
                    .isEqualTo("So be it");
        }
    }

    @Nested
    class Variables {
        @Test
        void mayBeTheTasksOwn() {
            String path = API + "/tasks/" + task + "/variables";
            Map<String, Object> local = Cases.variable("draft", "v1");
            local.put("scope", "local");

            assertThat(service.post(path, List.of(local)).status()).isEqualTo(201);
            assertThat(service.get(path, "scope", "local").all("name")).containsExactly("draft");
            assertThat(service.get(path, "count", "100").all("name")).contains("draft", "rightsGroup");
            assertThat(cases.running(caseId).variable("draft").isMissingNode()).isTrue();
        }
    }
}
