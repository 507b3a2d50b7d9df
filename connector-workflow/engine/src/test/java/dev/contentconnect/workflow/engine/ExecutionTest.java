package dev.contentconnect.workflow.engine;

import static dev.contentconnect.workflow.engine.Cases.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningEngine.class)
class ExecutionTest {

    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
              <message id="m" name="go-on"/>
              <signal id="s" name="all-clear"/>
              <process id="waits" isExecutable="true">
                <startEvent id="start"/>
                <sequenceFlow id="f1" sourceRef="start" targetRef="message"/>
                <intermediateCatchEvent id="message"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>
                <sequenceFlow id="f2" sourceRef="message" targetRef="signal"/>
                <intermediateCatchEvent id="signal"><signalEventDefinition signalRef="s"/></intermediateCatchEvent>
                <sequenceFlow id="f3" sourceRef="signal" targetRef="receive"/>
                <receiveTask id="receive"/>
                <sequenceFlow id="f4" sourceRef="receive" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>
            """;

    private final Cases cases;
    private final Caller service;
    private String instance = "";

    ExecutionTest(Cases cases) {
        this.cases = cases;
        this.service = cases.service();
    }

    @BeforeEach
    void waiting() {
        assertThat(RunningEngine.deploy(service, MODEL.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(201);
        instance = service.post(API + "/process-instances", Map.of("processDefinitionKey", "waits"))
                .id();
    }

    private String at(String... filter) {
        String[] query = java.util.Arrays.copyOf(filter, filter.length + 2);
        query[filter.length] = "processInstanceId";
        query[filter.length + 1] = instance;
        return service.get(API + "/process-instances/executions", query)
                .all("id")
                .get(0);
    }

    private Answer act(String execution, Map<String, Object> action) {
        return service.put(API + "/process-instances/executions/" + execution, action);
    }

    @Test
    void goOnByMessageSignalAndTrigger() {
        Answer message = act(
                at("messageEventSubscriptionName", "go-on"),
                Map.of(
                        "action",
                        "messageEventReceived",
                        "messageName",
                        "go-on",
                        "variables",
                        Cases.variables("told", "yes")));
        assertThat(message.status()).isEqualTo(200);
        assertThat(message.text("activityId")).isEqualTo("signal");

        Answer signal = act(
                at("signalEventSubscriptionName", "all-clear"),
                Map.of("action", "signalEventReceived", "signalName", "all-clear"));
        assertThat(signal.text("activityId")).isEqualTo("receive");

        Answer last = act(at("activityId", "receive"), Map.of("action", "trigger"));
        assertThat(last.status()).isEqualTo(204);
        assertThat(last.body().isMissingNode()).isTrue();
        assertThat(cases.history(instance).variable("told").asText()).isEqualTo("yes");
        assertThat(cases.ended(instance)).isTrue();
    }

    @Test
    void theRootHasNoParent() {
        assertThat(service.get(API + "/process-instances/executions", "processInstanceId", instance)
                        .items())
                .hasSize(2)
                .filteredOn(execution -> execution.path("parentId").isNull())
                .extracting(execution -> execution.path("id").asText())
                .containsExactly(instance);
    }

    @Test
    void aMessageNobodyWaitsForIsAServerError() {
        assertThat(act(
                                at("messageEventSubscriptionName", "go-on"),
                                Map.of("action", "messageEventReceived", "messageName", "other"))
                        .status())
                .isEqualTo(500);
    }

    @Test
    void refusesUnknownActionsAndExecutions() {
        assertThat(act(instance, Map.of("action", "jump")).status()).isEqualTo(400);
        assertThat(act("unknown", Map.of("action", "trigger")).status()).isEqualTo(404);
    }
}
