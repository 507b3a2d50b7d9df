package dev.contentconnect.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The steps of a case as the tests tell them. */
record Cases(Caller service) {

    static final String API = "/workflow/v1";
    static final String HISTORY = "/workflow-history/v1";

    static String key() {
        return "test:" + UUID.randomUUID();
    }

    static Map<String, Object> variable(String name, Object value) {
        Map<String, Object> variable = new LinkedHashMap<>();
        variable.put("name", name);
        variable.put("type", value instanceof Boolean ? "boolean" : value instanceof Integer ? "integer" : "string");
        variable.put("value", value);
        return variable;
    }

    static List<Map<String, Object>> variables(Object... namesAndValues) {
        List<Map<String, Object>> variables = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.add(variable((String) namesAndValues[i], namesAndValues[i + 1]));
        }
        return variables;
    }

    /** Starts a shipped model by the last part of its key; gives the instance id. */
    String start(String model, Object... namesAndValues) {
        Answer started = service.post(
                API + "/process-instances",
                Map.of(
                        "processDefinitionKey",
                        "contentconnect-" + model,
                        "businessKey",
                        key(),
                        "variables",
                        variables(namesAndValues)));
        assertThat(started.status()).as("%s", started.body()).isEqualTo(201);
        return started.id();
    }

    List<JsonNode> tasks(String caseId) {
        return service.get(
                        API + "/tasks",
                        "processInstanceIdWithChildren",
                        caseId,
                        "count",
                        "100",
                        "sort",
                        "createTime",
                        "order",
                        "asc")
                .items();
    }

    List<String> categories(String caseId) {
        return tasks(caseId).stream()
                .map(task -> task.path("category").asText())
                .sorted()
                .toList();
    }

    /** The one open task with this definition key or category, once it is there. */
    String task(String caseId, String keyOrCategory) {
        return eventually(() -> tasksNamed(caseId, keyOrCategory), found -> found.size() == 1)
                .get(0);
    }

    private List<String> tasksNamed(String caseId, String keyOrCategory) {
        return tasks(caseId).stream()
                .filter(task -> task.path("taskDefinitionKey").asText().equals(keyOrCategory)
                        || task.path("category").asText().equals(keyOrCategory))
                .map(task -> task.path("id").asText())
                .toList();
    }

    /** Waits until exactly these kinds of task are open; the models take some steps in jobs of their own. */
    void awaitCategories(String caseId, String... categories) {
        eventually(() -> categories(caseId), List.of(categories)::equals);
    }

    /** Completes the one open task with this definition key or category. */
    void complete(String caseId, String keyOrCategory, String outcome, Object... namesAndValues) {
        Answer answer = action(
                task(caseId, keyOrCategory),
                Map.of("action", "complete", "outcome", outcome, "variables", variables(namesAndValues)));
        assertThat(answer.status()).as("%s", answer.body()).isIn(200, 204);
    }

    Answer action(String taskId, Map<String, Object> action) {
        return service.post(API + "/tasks/" + taskId, action);
    }

    Answer history(String caseId) {
        return service.get(HISTORY + "/historic-process-instances/" + caseId, "includeProcessVariables", "true");
    }

    boolean ended(String caseId) {
        return history(caseId).body().hasNonNull("endTime");
    }

    /** The outcome of a case, once it has ended. */
    String outcome(String caseId) {
        Answer history =
                eventually(() -> history(caseId), answer -> answer.body().hasNonNull("endTime"));
        return history.variable("outcome").asText();
    }

    Answer running(String caseId) {
        return service.get(API + "/process-instances/" + caseId, "includeProcessVariables", "true");
    }

    static <T> T eventually(Supplier<T> probe, Predicate<T> wanted) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        T seen = probe.get();
        while (!wanted.test(seen)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Not seen within 30 s; last was " + seen);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            seen = probe.get();
        }
        return seen;
    }
}
