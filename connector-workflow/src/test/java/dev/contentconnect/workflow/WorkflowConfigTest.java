package dev.contentconnect.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.ConfigProblem;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Connectors;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.workflow.map.Outcomes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowConfigTest {
    private static final Map<String, String> GOOD = Map.of(
            "endpoint", "https://us.api.example",
            "tenant", "t-1",
            "clientId", "me",
            "clientSecret", "hush-hush");

    @Test
    void reportsAllMistakesTogether() {
        ConfigException thrown = catchThrowableOfType(
                ConfigException.class,
                () -> WorkflowConfig.fromMap(Map.of(
                        "endpoint", "ftp://x",
                        "clientSecret", "a\nb",
                        "tokenRequest", "xml",
                        "username", "anna",
                        "overlap", "-1",
                        "colour", "red",
                        "outcomes", "nonsense")));
        assertThat(thrown.problems())
                .extracting(ConfigProblem::option)
                .contains(
                        "endpoint",
                        "tenant",
                        "clientId",
                        "clientSecret",
                        "tokenRequest",
                        "password",
                        "overlap",
                        "colour",
                        "outcomes")
                .doesNotHaveDuplicates();
        assertThat(thrown).hasMessageNotContaining("a\nb");
    }

    @Test
    void readsEveryOption() {
        Map<String, String> options = new HashMap<>(GOOD);
        options.putAll(Map.of(
                "historyEndpoint", "https://history.example",
                "tokenRequest", "json",
                "filterByCurrentSubscription", "true",
                "assignmentsAsArray", "true",
                "outcomes", "ok=approved",
                "outcomes.special", "ok=rejected",
                "webhookSecrets", "new-one,old-one",
                "overlap", "PT10M",
                "approvalTasks", "check, sign"));
        WorkflowConfig config = WorkflowConfig.fromMap(options);
        assertThat(config.historyEndpoint()).hasToString("https://history.example");
        assertThat(config.tokenRequest()).isEqualTo(WorkflowConfig.TokenRequest.JSON);
        assertThat(config.overlap()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.webhookSecrets()).hasSize(2);
        assertThat(config.approvalTasks()).containsExactlyInAnyOrder("check", "sign");
        assertThat(config.outcomes().meaning("any", "OK")).isEqualTo(DecisionOutcome.APPROVED);
        assertThat(config.outcomes().meaning("special", "ok")).isEqualTo(DecisionOutcome.REJECTED);
        assertThat(config.tokenPath()).isEqualTo("/tenants/t-1/oauth2/token");
        assertThat(config).asString().doesNotContain("hush", "new-one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outcomes", "OUTCOMES", "Outcomes"})
    void takesOutcomesInAnySpelling(String name) {
        Map<String, String> options = new HashMap<>(GOOD);
        options.put(name, "ok=approved");
        options.put(name + ".special", "ok=rejected");
        Outcomes outcomes = WorkflowConfig.fromMap(options).outcomes();
        assertThat(outcomes.meaning("any", "ok")).isEqualTo(DecisionOutcome.APPROVED);
        assertThat(outcomes.meaning("special", "ok")).isEqualTo(DecisionOutcome.REJECTED);
    }

    @Test
    void keepsItsOwnCopyOfWhatOutcomesMean() {
        Map<String, DecisionOutcome> words = new HashMap<>(Map.of("ok", DecisionOutcome.APPROVED));
        Outcomes outcomes = new Outcomes(Map.of("*", words));
        words.put("ok", DecisionOutcome.REJECTED);
        assertThat(outcomes.meaning(null, "ok")).isEqualTo(DecisionOutcome.APPROVED);
    }

    @Test
    void isFoundByItsName() {
        try (Connector connector = Connectors.discover().open("workflow", GOOD)) {
            assertThat(connector.system()).isEqualTo("workflow");
            assertThat(connector.find(WebhookReceiver.class))
                    .as("no callbacks without a secret")
                    .isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> connector.require(WebhookReceiver.class))
                    .withMessageContaining("without the option webhookSecrets;");
        }
    }
}
