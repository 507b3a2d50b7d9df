package dev.contentconnect.workflow.engine;

import static dev.contentconnect.workflow.engine.Cases.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningEngine.class)
class ModelTest {

    private static final String MODELS = API + "/runtime/models";
    private static final String SMALL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
              <process id="%s" name="Small" isExecutable="true">
                <startEvent id="start"/>
                <sequenceFlow id="flow" sourceRef="start" targetRef="task"/>
                <userTask id="task" name="Wait"/>
              </process>
            </definitions>
            """;

    private final Cases cases;
    private final Caller service;

    ModelTest(Cases cases) {
        this.cases = cases;
        this.service = cases.service();
    }

    private Answer deploy(String key) {
        return RunningEngine.deploy(service, SMALL.formatted(key).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSecondPostIsANewVersionAndRunningInstancesStayOnTheirs() {
        assertThat(deploy("twice").body().path("version").asInt()).isEqualTo(1);
        String old = service.post(API + "/process-instances", Map.of("processDefinitionKey", "twice"))
                .id();
        assertThat(deploy("twice").body().path("version").asInt()).isEqualTo(2);

        assertThat(service.get(MODELS, "key", "twice").items()).hasSize(2);
        assertThat(service.get(MODELS, "key", "twice", "latestVersion", "true")
                        .items()
                        .get(0)
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(cases.history(old).text("processDefinitionId")).startsWith("twice:1:");
    }

    @Test
    void canBeDeletedOnceNothingRunsOnIt() {
        String model = deploy("brief").id();
        String instance = service.post(API + "/process-instances", Map.of("processDefinitionKey", "brief"))
                .id();

        assertThat(service.delete(MODELS + "/" + model).status()).isEqualTo(409);
        service.delete(API + "/process-instances/" + instance);
        assertThat(service.delete(MODELS + "/" + model).status()).isEqualTo(204);
        assertThat(service.get(MODELS + "/" + model).status()).isEqualTo(404);
    }

    /** The way a client has to go, since neither task nor instance tells its possible outcomes. */
    @Test
    void possibleOutcomesAreFoundFromATask() {
        String id = cases.start("approval", "stakeholders", "legal");
        JsonNode task = cases.tasks(id).get(0);
        String activity = service.get(
                        API + "/process-instances/executions",
                        "id",
                        task.path("executionId").asText(),
                        "processInstanceId",
                        task.path("processInstanceId").asText())
                .all("activityId")
                .get(0);
        String definition =
                cases.history(task.path("processInstanceId").asText()).text("processDefinitionId");
        Answer models = service.get(MODELS, "processDefinitionId", definition);
        assertThat(models.items()).hasSize(1);
        Answer model = service.get(MODELS + "/" + models.all("id").get(0), "modelType", "json");

        JsonNode shape = model.body().path("modelContent").findParents("resourceId").stream()
                .filter(node -> node.path("resourceId").asText().equals(activity) && node.has("properties"))
                .findFirst()
                .orElseThrow();
        assertThat(shape.at("/stencil/id").asText()).isEqualTo("UserTask");
        assertThat(shape.at("/properties/tasktype").asText()).isEqualTo("approval");
        assertThat(shape.at("/properties/outcomevariable").asText()).isEqualTo("reviewOutcome");
        assertThat(shape.at("/properties/possibleoutcomes").asText())
                .isEqualTo("Approve:approved,Reject:rejected,Request changes:revise");
    }

    @Test
    void readsBackInTheVendorsDialect() {
        String id =
                service.get(MODELS, "key", "contentconnect-approval").all("id").get(0);

        String xml = new String(
                Base64.getDecoder()
                        .decode(service.get(MODELS + "/" + id, "modelType", "xml")
                                .text("modelContent")),
                StandardCharsets.UTF_8);

        assertThat(xml).contains("http://workflow.opentext.com").doesNotContain("http://flowable.org/bpmn");
        assertThat(service.get(MODELS + "/" + id).body().has("modelContent")).isFalse();
    }

    @Test
    void aModelReadAsJsonAndPostedAgainBehavesTheSame() {
        String original = service.get(MODELS, "key", "contentconnect-rights-review")
                .all("id")
                .get(0);
        ObjectNode content = (ObjectNode)
                service.get(MODELS + "/" + original, "modelType", "json").body().path("modelContent");
        ((ObjectNode) content.path("properties")).put("process_id", "contentconnect-copy");

        Answer posted = service.post(MODELS, Map.of("modelType", "json", "modelContent", content));

        assertThat(posted.status()).as("%s", posted.body()).isEqualTo(201);
        assertThat(posted.text("key")).isEqualTo("contentconnect-copy");
        String id = cases.start("copy", "escalateAfter", "PT1S");
        Cases.eventually(() -> cases.running(id).variable("escalated").asBoolean(), Boolean::booleanValue);
        cases.complete(id, "rightsReview", "Clear");
        cases.complete(id, "rightsReview", "cleared");
        assertThat(cases.outcome(id)).isEqualTo("cleared");
        assertThat(cases.history(id).variable("rightsStatus").asText()).isEqualTo("cleared");
    }

    @Test
    void theInitiatorIsWhoeverStarted() {
        String model = SMALL.formatted("mine")
                .replace("<definitions ", "<definitions xmlns:workflow=\"http://workflow.opentext.com\" ")
                .replace("name=\"Wait\"", "name=\"Wait\" workflow:assignee=\"$INITIATOR\"");
        String id = RunningEngine.deploy(service, model.getBytes(StandardCharsets.UTF_8))
                .id();

        String instance = service.as("ann@example.com")
                .post(API + "/process-instances", Map.of("processDefinitionKey", "mine"))
                .id();

        assertThat(cases.tasks(instance).get(0).path("assignee").asText()).isEqualTo("ann@example.com");
        assertThat(service.get(MODELS + "/" + id, "modelType", "json")
                        .body()
                        .at("/modelContent/childShapes")
                        .findValuesAsText("assignee"))
                .containsExactly("$INITIATOR");
    }

    @Test
    void refusesAStencilItDoesNotKnow() {
        Answer refused = service.post(
                MODELS,
                Map.of(
                        "modelType",
                        "json",
                        "modelContent",
                        Map.of(
                                "properties",
                                Map.of("process_id", "odd"),
                                "childShapes",
                                List.of(Map.of("resourceId", "x", "stencil", Map.of("id", "MailTask"))))));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("exception")).contains("MailTask");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no xml", "<definitions", "<html/>", ""})
    void refusesWhatIsNoModel(String content) {
        assertThat(RunningEngine.deploy(service, content.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesOtherTypesAndPlainText() {
        assertThat(service.post(MODELS, Map.of("modelType", "yaml", "modelContent", ""))
                        .status())
                .isEqualTo(400);
        assertThat(service.post(MODELS, Map.of("modelType", "xml", "modelContent", SMALL.formatted("plain")))
                        .status())
                .isEqualTo(400);
    }
}
