package dev.contentconnect.iconik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.ConfigProblem;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Connectors;
import dev.contentconnect.core.spi.WebhookReceiver;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IconikConfigTest {
    private static Map<String, String> options() {
        return new LinkedHashMap<>(Map.of("appId", "app-1", "authToken", "tok-secret"));
    }

    @Test
    void readsOptionsByName() {
        Map<String, String> options = options();
        options.putAll(Map.of(
                "endpoint", "https://eu.iconik.io",
                "tokenHeader", "bearer",
                "requestsPerSecond", "20",
                "assetView", "view-1",
                "assetFields", "description=Beschreibung, market=, segment.region=Regionen",
                "rightsView", "view-2",
                "rightsFields", "block=Gesperrt,warning=Grund",
                "reviewers", "legal=group:g-1,agency=max@agency.example",
                "publicationCollection", "coll-1",
                "audiences", "region/Austria=coll-2"));
        options.putAll(Map.of(
                "storage", "storage-1",
                "partBytes", "5242880",
                "indexPatience", "PT5S",
                "overlap", "PT1M",
                "feedFrom", "2026-01-31T00:00:00Z",
                "webhookSecrets", "one-secret, two-secret",
                "webhookHeader", "X-Hook",
                "systemDomain", "domain-1",
                "approvalStatusField", "approval.status"));
        IconikConfig config = IconikConfig.fromMap(options);

        assertThat(config.options().endpoint()).hasToString("https://eu.iconik.io");
        assertThat(config.tokenHeader()).isEqualTo(IconikConfig.TokenHeader.BEARER);
        assertThat(config.assetFields())
                .containsEntry("description", "Beschreibung")
                .containsEntry("language", "Language")
                .containsEntry("segment.region", "Regionen")
                .doesNotContainKey("market");
        assertThat(config.rightsFields())
                .containsEntry("block", "Gesperrt")
                .containsEntry("status", "RightsStatus")
                .hasSize(9);
        assertThat(config.reviewers()).containsEntry("legal", "group:g-1");
        assertThat(config.audiences()).containsEntry(Segment.region("Austria"), "coll-2");
        assertThat(config.partBytes()).isEqualTo(5_242_880);
        assertThat(config.indexPatience()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.overlap()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.feedFrom()).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(config.webhookSecrets()).hasSize(2);
        assertThat(config.toString()).doesNotContain("tok-secret", "one-secret");
    }

    @Test
    void takesTheMainSystemUntilToldOtherwise() {
        assertThat(IconikConfig.fromMap(options()).options().endpoint()).hasToString("https://app.iconik.io");
    }

    @Test
    void reportsAllMistakesTogether() {
        Map<String, String> wrong = new LinkedHashMap<>(Map.of(
                "endpoint", "nowhere",
                "tokenHeader", "cookie",
                "requestsPerSecond", "0",
                "assetFields", "colour=Farbe",
                "rightsFields", "status",
                "reviewers", "legal=nobody",
                "audiences", "Austria=coll-2",
                "partBytes", "17",
                "assetView", "a/b",
                "colour", "red"));
        ConfigException failure = catchThrowableOfType(ConfigException.class, () -> IconikConfig.fromMap(wrong));

        assertThat(failure.problems())
                .extracting(ConfigProblem::option)
                .containsExactlyInAnyOrder(
                        "appId",
                        "authToken",
                        "endpoint",
                        "tokenHeader",
                        "requestsPerSecond",
                        "assetFields",
                        "rightsFields",
                        "reviewers",
                        "audiences",
                        "partBytes",
                        "assetView",
                        "colour");
    }

    @Test
    void wantsOneCredentialAndNotTwo() {
        Map<String, String> options = options();
        options.put("clientSecret", "another");
        ConfigException failure = catchThrowableOfType(ConfigException.class, () -> IconikConfig.fromMap(options));
        assertThat(failure.problems()).extracting(ConfigProblem::option).containsExactly("authToken");
    }

    @Test
    void isFoundByItsName() {
        try (Connector iconik = Connectors.discover().open("iconik", options())) {
            assertThat(iconik).isInstanceOf(IconikConnector.class);
            assertThat(iconik.toString()).contains("app.iconik.io").doesNotContain("tok-secret");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> iconik.require(AssetPublisher.class))
                    .withMessageContaining("without the option publicationCollection;");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> iconik.require(WebhookReceiver.class))
                    .withMessageContaining("without the option webhookSecrets;");
        }
    }
}
