package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.auth.TokenStore;
import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.ConfigProblem;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.BudgetDesk;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Connectors;
import dev.contentconnect.core.spi.HostServices;
import dev.contentconnect.core.spi.ProgressDesk;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.WebhookReceiver;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AprimoConfigTest {
    private static Map<String, String> options() {
        return new LinkedHashMap<>(Map.of("tenant", "Acme", "clientId", "reg-1", "clientSecret", "tok-secret"));
    }

    @Test
    void makesBothHostsOfTheNameOfTheTenant() {
        AprimoConfig config = AprimoConfig.fromMap(options());
        assertThat(config.options().endpoint()).hasToString("https://acme.dam.aprimo.com");
        assertThat(config.login().endpoint()).hasToString("https://acme.aprimo.com");
        assertThat(config.login().uploadEndpoint()).hasToString("https://acme.aprimo.com");
        assertThat(config.login().requestsPerSecond()).isEqualTo(15);
    }

    @Test
    void makesThemAnewForAnotherTenantOfTheSameBuilder() {
        AprimoConfigBuilder builder =
                AprimoConfig.builder().tenant("acme").clientId("reg-1").clientSecret(Secret.of("tok-secret"));
        AprimoConfig first = builder.build();
        AprimoConfig second = builder.tenant("umbrella").build();
        assertThat(first.options().endpoint()).hasToString("https://acme.dam.aprimo.com");
        assertThat(second.options().endpoint()).hasToString("https://umbrella.dam.aprimo.com");
        assertThat(second.login().endpoint()).hasToString("https://umbrella.aprimo.com");

        URI own = URI.create("https://dam.acme.example");
        AprimoConfig third = builder.endpoint(own).build();
        assertThat(builder.tenant("acme").build().options().endpoint())
                .isEqualTo(third.options().endpoint());
    }

    @Test
    void takesOtherHostsInPlaceOfThem() {
        Map<String, String> options = options();
        options.put("endpoint", "https://dam.acme.example");
        options.put("uploadEndpoint", "https://upload.aprimo.com");
        AprimoConfig config = AprimoConfig.fromMap(options);
        assertThat(config.options().endpoint()).hasToString("https://dam.acme.example");
        assertThat(config.login().endpoint()).hasToString("https://acme.aprimo.com");
        assertThat(config.login().uploadEndpoint()).hasToString("https://upload.aprimo.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.aprimo.com",
                "https://acme",
                "acme/x",
                "evil.example#",
                "-acme",
                "a@b",
                "a b",
                "acme:81",
                "ä"
            })
    void refusesATenantThatIsNoHostLabel(String tenant) {
        Map<String, String> options = options();
        options.put("tenant", tenant);
        ConfigException failure = catchThrowableOfType(ConfigException.class, () -> AprimoConfig.fromMap(options));
        assertThat(failure.problems()).extracting(ConfigProblem::option).contains("tenant");
    }

    @Test
    void readsOptionsByName() {
        Map<String, String> options = options();
        options.putAll(Map.of(
                "username", "robot",
                "userToken", "user-secret",
                "requestsPerSecond", "5",
                "jsonShape", "plain",
                "language", "de-AT",
                "zone", "Europe/Vienna",
                "keyField", "Our Key",
                "assetFields", "title=Titel, segment.region=Regionen",
                "rightsFields", "status=Rechte,block=Gesperrt"));
        options.putAll(Map.of(
                "contentType", "Image",
                "classification", "c1",
                "statusTerm", "ContentStatus",
                "versionForm", "master",
                "indexAtOnce", "true",
                "segmentBytes", "5000000",
                "vocabularyTime", "PT1M",
                "orderTime", "PT2M",
                "overlap", "PT3M",
                "feedFrom", "2026-01-31T00:00:00Z"));
        AprimoConfig config = AprimoConfig.fromMap(options);

        assertThat(config.login().username()).isEqualTo("robot");
        assertThat(config.login().requestsPerSecond()).isEqualTo(5);
        assertThat(config.jsonShape()).isEqualTo(AprimoConfig.JsonShape.PLAIN);
        assertThat(config.language()).isEqualTo("de-AT");
        assertThat(config.zone()).isEqualTo(ZoneId.of("Europe/Vienna"));
        assertThat(config.keyField()).isEqualTo("Our Key");
        assertThat(config.assetFields()).containsEntry("title", "Titel").containsEntry("segment.region", "Regionen");
        assertThat(config.rightsFields()).containsOnlyKeys("status", "block");
        assertThat(config.contentType()).isEqualTo("Image");
        assertThat(config.classification()).isEqualTo("c1");
        assertThat(config.statusTerm()).isEqualTo("ContentStatus");
        assertThat(config.versionForm()).isEqualTo(AprimoConfig.VersionForm.MASTER);
        assertThat(config.indexAtOnce()).isTrue();
        assertThat(config.segmentBytes()).isEqualTo(5_000_000);
        assertThat(config.vocabularyTime()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.orderTime()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.overlap()).isEqualTo(Duration.ofMinutes(3));
        assertThat(config.feedFrom()).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(config + " " + config.login()).doesNotContain("tok-secret", "user-secret");
    }

    @Test
    void readsHowToPublishDecideAndListen() {
        Map<String, String> options = options();
        options.putAll(Map.of(
                "publicationField", "Publications",
                "publishBy", "cdn",
                "approvalFields", "status=Approval,record=Approvals",
                "approvalCheck", "check-1",
                "webhookSecrets", "hmac-secret-1, hmac-secret-2",
                "webhookHeader", "x-hmac",
                "ownUser", "aa"));
        AprimoConfig config = AprimoConfig.fromMap(options);
        assertThat(config.publicationField()).isEqualTo("Publications");
        assertThat(config.publishBy()).isEqualTo(AprimoConfig.PublishBy.CDN);
        assertThat(config.approvalFields()).containsOnlyKeys("status", "record");
        assertThat(config.approvalCheck()).isEqualTo("check-1");
        assertThat(config.webhookSecrets()).hasSize(2);
        assertThat(config.webhookHeader()).isEqualTo("x-hmac");
        assertThat(config.ownUser()).isEqualTo("aa");
        assertThat(config.toString() + config.webhookSecrets()).doesNotContain("hmac-secret");
        try (AprimoConnector connector = AprimoConnector.create(config)) {
            assertThat(connector.describe().capabilities())
                    .extracting(one -> one.type().getSimpleName())
                    .contains("AssetPublisher", "ApprovalDesk", "WebhookReceiver")
                    .doesNotContain("AssetWriter", "RightsReader");
        }
    }

    @Test
    void wantsAPlaceForApprovalsAndTheirWord() {
        Map<String, String> options = options();
        options.put("approvalFields", "status=Approval");
        ConfigException failure = catchThrowableOfType(ConfigException.class, () -> AprimoConfig.fromMap(options));
        assertThat(failure.problems()).extracting(ConfigProblem::option).containsExactly("approvalFields");
        assertThat(failure).hasMessageContaining("record");
    }

    @Test
    void reportsAllMistakesTogether() {
        Map<String, String> wrong = new LinkedHashMap<>(Map.of(
                "endpoint", "nowhere",
                "username", "robot",
                "requestsPerSecond", "16",
                "jsonShape", "xml",
                "zone", "Atlantis",
                "assetFields", "colour=Farbe",
                "rightsFields", "status",
                "statusTerm", "a b",
                "segmentBytes", "17",
                "colour", "red"));
        ConfigException failure = catchThrowableOfType(ConfigException.class, () -> AprimoConfig.fromMap(wrong));

        assertThat(failure.problems())
                .extracting(ConfigProblem::option)
                .containsExactlyInAnyOrder(
                        "tenant",
                        "endpoint",
                        "loginEndpoint",
                        "clientId",
                        "clientSecret",
                        "userToken",
                        "requestsPerSecond",
                        "jsonShape",
                        "zone",
                        "assetFields",
                        "rightsFields",
                        "statusTerm",
                        "segmentBytes",
                        "colour");
    }

    @Test
    void wantsASecretOrATokenStoreAndNotBoth() {
        AprimoConfigBuilder both = AprimoConfig.builder()
                .tenant("acme")
                .clientId("reg-1")
                .clientSecret(Secret.of("tok-secret"))
                .tokens(TokenStore.inMemory(null));
        ConfigException failure = catchThrowableOfType(ConfigException.class, both::build);
        assertThat(failure.problems()).extracting(ConfigProblem::option).containsExactly("clientSecret");
        assertThat(both.clientSecret(null).build().login().tokens()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientSecret", "client-secret", "CLIENT_SECRET", "clientsecret"})
    void keepsItsSecretBesideAHostThatHasAPlaceForTokens(String spelling) {
        Map<String, String> options = options();
        options.remove("clientSecret");
        options.put(spelling, "tok-secret");
        HostServices host = HostServices.defaults().withTokens(TokenStore.inMemory(null));
        try (Connector aprimo = Connectors.discover().open("aprimo", options, host)) {
            assertThat(aprimo).isInstanceOf(AprimoConnector.class);
        }
        options.put(spelling, " ");
        try (Connector aprimo = Connectors.discover().open("aprimo", options, host)) {
            assertThat(aprimo).isInstanceOf(AprimoConnector.class);
        }
    }

    @Test
    void isFoundByItsName() {
        try (Connector aprimo = Connectors.discover().open("aprimo", options())) {
            assertThat(aprimo).isInstanceOf(AprimoConnector.class);
            assertThat(aprimo.toString()).contains("acme.dam.aprimo.com").doesNotContain("tok-secret");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> aprimo.require(AssetWriter.class))
                    .withMessageContaining("without the option keyField;");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> aprimo.require(RightsReader.class))
                    .withMessageContaining("without the option rightsFields;");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> aprimo.require(RightsWriter.class))
                    .withMessageContaining("without the option rightsFields;");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> aprimo.require(AssetPublisher.class))
                    .withMessageContaining("without the option publicationField;");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> aprimo.require(ApprovalDesk.class))
                    .withMessageContaining("without the option approvalFields;");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> aprimo.require(BudgetDesk.class))
                    .withMessageContaining("without the option pmCurrencies;");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> aprimo.require(CommentThread.class))
                    .withMessageContaining("without the option pmNotesField;");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> aprimo.require(ProgressDesk.class))
                    .withMessageContaining("without the option pmNotesField;");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> aprimo.require(CaseDesk.class))
                    .withMessageContaining("without the option pmWorkflows;");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> aprimo.require(WebhookReceiver.class))
                    .withMessageContaining(
                            "without the option webhookSecrets, pmWebhookSecrets or pmWebhooksUnsigned;");
        }
    }
}
