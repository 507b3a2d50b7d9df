package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.ConfigProblem;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Connectors;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VipConfigTest {
    private static Map<String, String> options() {
        return new LinkedHashMap<>(Map.of(
                "endpoint", "https://library.example/blog", "username", "anna", "applicationPassword", "abcd efgh"));
    }

    @Test
    void readsOptionsByName() {
        Map<String, String> options = options();
        options.putAll(Map.of(
                "backend", "wordpress",
                "routes", "plain",
                "upload", "raw",
                "serverProfile", "false",
                "overlap", "PT1M",
                "feedFrom", "2026-01-31T00:00:00Z"));
        WordpressConfig config = (WordpressConfig) VipConfig.fromMap(options);

        assertThat(config.routes()).isEqualTo(WordpressConfig.Routes.PLAIN);
        assertThat(config.upload()).isEqualTo(WordpressConfig.Upload.RAW);
        assertThat(config.serverProfile()).isFalse();
        assertThat(config.overlap()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.feedFrom()).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(config.toString()).doesNotContain("abcd");
    }

    @Test
    void reportsAllMistakesTogether() {
        ConfigException failure = catchThrowableOfType(
                ConfigException.class,
                () -> VipConfig.fromMap(
                        Map.of("endpoint", "nowhere", "routes", "steep", "username", "a:b", "colour", "red")));

        assertThat(failure.problems())
                .extracting(ConfigProblem::option)
                .containsExactlyInAnyOrder("endpoint", "routes", "username", "applicationPassword", "colour");
    }

    @Test
    void refusesABackendThatThereIsNotWithAllOtherMistakes() {
        Map<String, String> options = options();
        options.put("backend", "fax");
        options.put("upload", "slowly");
        ConfigException failure = catchThrowableOfType(ConfigException.class, () -> VipConfig.fromMap(options));
        assertThat(failure.problems()).extracting(ConfigProblem::option).containsExactlyInAnyOrder("backend", "upload");
        assertThat(failure).hasMessageContaining("wordpress or vtinfo");
    }

    @Test
    void takesTheBackendInAnySpelling() {
        Map<String, String> options = options();
        options.put("BACK-END", " ");
        assertThat(VipConfig.fromMap(options)).isInstanceOf(WordpressConfig.class);
        assertThat(VipConfig.fromMap(Map.of("Back_End", " Vtinfo ", "DISTRIBUTORS", "00123")))
                .isInstanceOf(VtinfoConfig.class);
    }

    @Test
    void isFoundByItsName() {
        try (Connector vip = Connectors.discover().open("vip", options())) {
            assertThat(vip).isInstanceOf(VipConnector.class);
            assertThat(vip.toString()).contains("library.example").doesNotContain("abcd");
        }
    }

    @Test
    void namesTheOptionThatTurnsOnWhatIsAskedForInVain() {
        Map<String, String> plain = options();
        plain.put("serverProfile", "false");
        try (Connector vip = Connectors.discover().open("vip", plain)) {
            for (Class<?> type :
                    List.of(RightsReader.class, RightsWriter.class, AssetPublisher.class, DeliveryLog.class)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> vip.require(type))
                        .withMessageContaining("without the option serverProfile;");
            }
        }
        Map<String, String> portfolios = Map.of("backend", "vtinfo", "distributors", "00123");
        try (Connector vip = Connectors.discover().open("vip", portfolios)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> vip.require(AssetFeed.class))
                    .withMessageContaining("without the option snapshots;");
        }
    }
}
