package dev.contentconnect.smintio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.ConfigProblem;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Connectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmintioConfigTest {
    @TempDir
    private Path folder;

    private Map<String, String> login() {
        return new LinkedHashMap<>(Map.of(
                "tenant", "northpeak",
                "clientId", "app",
                "clientSecret", "sm-secret",
                "redirectUri", "https://app.example/back",
                "tokenFolder", folder.toString()));
    }

    private Map<String, String> licensing() {
        Map<String, String> out = login();
        out.put("metadataPath", "/words");
        out.put("purchasesPath", "/purchases");
        out.put("binariesPath", "/{cartPurchaseTransactionUuid}/{licensePurchaseTransactionUuid}");
        return out;
    }

    private Map<String, String> portal() {
        Map<String, String> out = login();
        out.put("portalUrl", "https://brand.example");
        out.put("portalUuid", "portal-1");
        return out;
    }

    @Test
    void readsOptionsByName() {
        Map<String, String> options = licensing();
        options.putAll(portal());
        options.putAll(Map.of(
                "languages", "de, en",
                "searchPageUuid", "page-1",
                "reviewCollection", "c-1",
                "pendingCollection", "c-2",
                "publicationShare", "P30D",
                "watchedCollections", "c-2, c-3",
                "audiences", "region/Austria=group-1, agency/Blue=group-2",
                "segmentFilters", "region/Austria=f-7:AT",
                "pollEvery", "PT10S",
                "scanPages", "7"));
        SmintioConfig config = SmintioConfig.fromMap(options);

        assertThat(config.languages()).containsExactly("de", "en");
        assertThat(config.portal().audiences())
                .containsEntry(Segment.region("Austria"), "group-1")
                .hasSize(2);
        assertThat(config.portal().segmentFilters().get(Segment.region("Austria")))
                .containsEntry("id", "f-7");
        assertThat(config.portal().publicationShare()).isEqualTo(Duration.ofDays(30));
        assertThat(config.portal().watchedCollections()).containsExactly("c-2", "c-3");
        assertThat(config.licensing().scanPages()).isEqualTo(7);
        assertThat(config.toString()).contains("northpeak").doesNotContain("sm-secret");
    }

    @Test
    void knowsTheHostsOfATenantAndTakesOthers() {
        SmintioConfig config = SmintioConfig.fromMap(licensing());
        assertThat(config.options().endpoint()).hasToString("https://northpeak.smint.io");
        assertThat(config.licensing().endpoint()).hasToString("https://northpeak.clapi.smint.io/consumer/v1");
        assertThat(SmintioConfig.fromMap(portal()).portal().endpoint())
                .hasToString("https://northpeak.portalsapife.smint.io/frontend/v1");
        Map<String, String> other = licensing();
        other.put("licensingEndpoint", "https://staging.example/consumer/v1");
        assertThat(SmintioConfig.fromMap(other).licensing().endpoint()).hasHost("staging.example");
    }

    @Test
    void saysThatAPathIsNotPublicAndMustComeFromTheVendor() {
        Map<String, String> options = licensing();
        options.remove("metadataPath");
        options.put("binariesPath", "/files");
        ConfigException failure = catchThrowableOfType(ConfigException.class, () -> SmintioConfig.fromMap(options));
        assertThat(failure.problems())
                .extracting(ConfigProblem::option)
                .containsExactlyInAnyOrder("metadataPath", "binariesPath");
        assertThat(failure).hasMessageContaining("does not publish this path");
    }

    @Test
    void reportsAllMistakesTogether() {
        Map<String, String> wrong = new LinkedHashMap<>(Map.of(
                "tenant", "north.peak",
                "portalUuid", "a/b",
                "pollEvery", "PT0.1S",
                "collectionsFirstPage", "2",
                "audiences", "Austria=group-1",
                "segmentFilters", "region/Austria=nothing",
                "colour", "red"));
        ConfigException failure = catchThrowableOfType(ConfigException.class, () -> SmintioConfig.fromMap(wrong));
        assertThat(failure.problems())
                .extracting(ConfigProblem::option)
                .contains(
                        "tenant",
                        "clientId",
                        "clientSecret",
                        "redirectUri",
                        "portalUrl",
                        "portalUuid",
                        "portalTokens",
                        "pollEvery",
                        "collectionsFirstPage",
                        "audiences",
                        "segmentFilters",
                        "colour");
    }

    @Test
    void wantsSomethingToReach() {
        Map<String, String> nothing = login();
        nothing.remove("tokenFolder");
        ConfigException failure = catchThrowableOfType(ConfigException.class, () -> SmintioConfig.fromMap(nothing));
        assertThat(failure.problems()).extracting(ConfigProblem::option).containsExactly("purchasesPath");
    }

    @Test
    void asksForTheNameOfTheTenantAndNotForTheAddressThatFollowsFromIt() {
        ConfigException failure = catchThrowableOfType(ConfigException.class, () -> SmintioConfig.fromMap(Map.of()));
        assertThat(failure.problems())
                .extracting(ConfigProblem::option)
                .contains("tenant")
                .doesNotContain("endpoint");
    }

    @Test
    void saysThatAnAddressOfTheTenantIsNone() {
        Map<String, String> options = licensing();
        options.put("endpoint", "northpeak");
        ConfigException failure = catchThrowableOfType(ConfigException.class, () -> SmintioConfig.fromMap(options));
        assertThat(failure.problems()).extracting(ConfigProblem::option).containsExactly("endpoint");
    }

    @Test
    void makesConfigurationsOfSeveralTenantsWithOneBuilder() {
        SmintioConfigBuilder builder = SmintioConfig.builder().read(licensing());
        assertThat(builder.build().options().endpoint()).hasToString("https://northpeak.smint.io");
        assertThat(builder.tenant("southpeak").build().options().endpoint()).hasToString("https://southpeak.smint.io");
    }

    @ParameterizedTest
    @ValueSource(strings = {"back", "/smintio/back", "https://app.example/back#top", "https://ann@app.example/back"})
    void wantsAWholeAddressToComeBackTo(String odd) {
        Map<String, String> options = licensing();
        options.put("redirectUri", odd);
        ConfigException failure = catchThrowableOfType(ConfigException.class, () -> SmintioConfig.fromMap(options));
        assertThat(failure.problems()).extracting(ConfigProblem::option).containsExactly("redirectUri");
    }

    @Test
    void keepsTheAddressToComeBackToLetterByLetter() {
        Map<String, String> options = licensing();
        options.put("redirectUri", "HTTPS://App.Example:443/back/?by=%7e");
        assertThat(SmintioConfig.fromMap(options).redirectUri()).hasToString("HTTPS://App.Example:443/back/?by=%7e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"licensingEndpoint=https://l.example", "scanPages=7", "shelfFolder=shelf"})
    void wantsThePathsOfLicensingWhereItIsMeant(String meant) {
        Map<String, String> options = login();
        options.put(
                meant.substring(0, meant.indexOf('=')),
                meant.substring(meant.indexOf('=') + 1).replace("shelf", folder.toString()));
        ConfigException failure = catchThrowableOfType(ConfigException.class, () -> SmintioConfig.fromMap(options));
        assertThat(failure.problems())
                .extracting(ConfigProblem::option)
                .containsExactly("metadataPath", "purchasesPath", "binariesPath");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"searchPageUuid", "reviewCollection", "pendingCollection", "watchedCollections", "payloadPath"})
    void wantsTheAddressOfThePortalWhereOneIsMeant(String option) {
        Map<String, String> options = licensing();
        options.put(option, "/some-1");
        ConfigException failure = catchThrowableOfType(ConfigException.class, () -> SmintioConfig.fromMap(options));
        assertThat(failure.problems()).extracting(ConfigProblem::option).contains("portalUrl", "portalUuid");
    }

    @Test
    void saysWhyTheFolderOfTheShelfCannotBeUsed() throws IOException {
        Map<String, String> options = licensing();
        Path file = Files.createFile(folder.resolve("a-file"));
        options.put("shelfFolder", file.toString());
        ConfigException failure = catchThrowableOfType(ConfigException.class, () -> SmintioConfig.fromMap(options));
        assertThat(failure.problems()).extracting(ConfigProblem::option).containsExactly("shelfFolder");
        assertThat(failure).hasMessageContaining("a-file");
    }

    @Test
    void namesTheOptionThatTurnsOnWhatIsAskedForInVain() {
        try (Connector bare = Connectors.discover().open("smintio", login());
                Connector shown = Connectors.discover().open("smintio", portal())) {
            assertThat(bare.describe().capabilities()).isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> bare.require(AssetReader.class))
                    .withMessage("smintio does not offer AssetReader without the option purchasesPath or portalUrl;"
                            + " it offers []");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> shown.require(CommentThread.class))
                    .withMessageContaining("reviewCollection");
        }
    }

    @Test
    void offersWhatIsConfigured() {
        try (Connector licences = Connectors.discover().open("smintio", licensing());
                Connector shown = Connectors.discover().open("smintio", portal())) {
            assertThat(licences.find(AssetFeed.class)).isPresent();
            assertThat(licences.find(AssetPublisher.class)).isEmpty();
            assertThat(shown.find(AssetFeed.class)).isEmpty();
            assertThat(shown.find(AssetPublisher.class)).isPresent();
            assertThat(shown.find(CommentThread.class)).isEmpty();
            assertThat(shown.toString()).contains("brand.example").doesNotContain("sm-secret");
        }
    }
}
