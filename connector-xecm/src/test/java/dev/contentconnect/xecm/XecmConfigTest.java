package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.ConfigProblem;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Connectors;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceFeed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class XecmConfigTest {
    private static Map<String, String> options() {
        return new LinkedHashMap<>(
                Map.of("endpoint", "https://content.example/cs/cs", "username", "anna", "password", "Hidden-1"));
    }

    @Test
    void needsAddressAndUserOnly() {
        XecmConfig config = XecmConfig.fromMap(options());
        assertThat(config.login().way()).isEqualTo(XecmConfig.Way.CONTENT_SERVER);
        assertThat(config.zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(config.feed().overlap()).isEqualTo(Duration.ofDays(1));
        assertThat(config.toString()).contains("content.example", "anna").doesNotContain("Hidden");
        assertThat(config.login().toString()).doesNotContain("Hidden");
    }

    @Test
    void readsOptionsByName() {
        Map<String, String> options = options();
        options.putAll(Map.of(
                "login", "otds",
                "otdsEndpoint", "https://otds.example/otdsws",
                "otdsApi", "v1",
                "domain", "external",
                "zone", "Europe/Vienna",
                "assetFolder", "4711",
                "assetCategory", "/Media/Asset",
                "assetFields", "key=Kennung, market=",
                "nicknames", "false"));
        options.putAll(Map.of(
                "rightsCategory", "7002",
                "rightsFields", "holder=Inhaber",
                "externalSystem", "CC",
                "businessObjects", "Campaign=cc_campaign, Vendor=cc_vendor",
                "workspaceTemplates", "Campaign=9001",
                "workflowMaps", "approval=8001, legal=8002",
                "verdicts", "Freigeben=approved",
                "approvedWhenCompleted", "true",
                "finishedDays", "30"));
        options.putAll(Map.of(
                "feedFolders", "4711, 4712",
                "feedWorkspaceTypes", "Campaign",
                "overlap", "PT6H",
                "feedFrom", "2026-01-31T00:00:00Z",
                "ownChanges", "false"));
        XecmConfig config = XecmConfig.fromMap(options);

        assertThat(config.login().otdsApi()).isEqualTo(XecmConfig.OtdsApi.V1);
        assertThat(config.zone()).isEqualTo(ZoneId.of("Europe/Vienna"));
        assertThat(config.assets().folder()).isEqualTo(4711);
        assertThat(config.assets().fields()).containsEntry("key", "Kennung").doesNotContainKey("market");
        assertThat(config.assets().fields()).as("the others keep their names").containsEntry("title", "Title");
        assertThat(config.assets().nicknames()).isFalse();
        assertThat(config.rights().fields()).containsEntry("holder", "Inhaber");
        assertThat(config.workspaces().businessObjects()).containsEntry("Vendor", "cc_vendor");
        assertThat(config.workflows().maps()).containsEntry("legal", 8002L);
        assertThat(config.workflows().verdicts())
                .containsEntry("freigeben", "approved")
                .containsEntry("reject", "rejected");
        assertThat(config.workflows().approvedWhenCompleted()).isTrue();
        assertThat(config.feed().folders()).isEqualTo(List.of(4711L, 4712L));
        assertThat(config.feed().workspaceTypes()).isEqualTo(Set.of("Campaign"));
        assertThat(config.feed().from()).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
    }

    @Test
    void watchesTheAssetFolderAndTheTypesWithKeysUntilToldOtherwise() {
        Map<String, String> options = options();
        options.putAll(
                Map.of("assetFolder", "4711", "externalSystem", "CC", "businessObjects", "Campaign=cc_campaign"));
        XecmConfig config = XecmConfig.fromMap(options);
        assertThat(config.feed().folders()).containsExactly(4711L);
        assertThat(config.feed().workspaceTypes()).containsExactly("Campaign");
    }

    @Test
    void reportsAllMistakesTogether() {
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("endpoint", "nowhere");
        wrong.put("login", "oauth_client");
        wrong.put("zone", "Middle-earth");
        wrong.put("assetFolder", "-1");
        wrong.put("assetFields", "colour=Red");
        wrong.put("rightsFields", "colour=Red");
        wrong.put("businessObjects", "Campaign=cc");
        wrong.put("workflowMaps", "approval=none");
        wrong.put("feedFolders", "x");
        wrong.put("finishedDays", "0");
        wrong.put("colour", "red");
        ConfigException failure = catchThrowableOfType(ConfigException.class, () -> XecmConfig.fromMap(wrong));

        assertThat(failure.problems())
                .extracting(ConfigProblem::option)
                .containsExactlyInAnyOrder(
                        "endpoint",
                        "zone",
                        "assetFolder",
                        "assetFields",
                        "rightsFields",
                        "workflowMaps",
                        "feedFolders",
                        "finishedDays",
                        "colour",
                        "clientId",
                        "clientSecret",
                        "otdsEndpoint",
                        "externalSystem");
    }

    @Test
    void wantsAPasswordUnlessAClientLogsIn() {
        ConfigException failure = catchThrowableOfType(
                ConfigException.class, () -> XecmConfig.fromMap(Map.of("endpoint", "https://content.example/cs/cs")));
        assertThat(failure.problems())
                .extracting(ConfigProblem::option)
                .containsExactlyInAnyOrder("username", "password");
    }

    @Test
    void offersWhatTheOptionsAllow() {
        try (XecmConnector bare = XecmConnector.create(XecmConfig.fromMap(options()))) {
            assertThat(bare.find(AssetReader.class)).isPresent();
            assertThat(bare.find(WorkspaceDesk.class)).isPresent();
            assertThat(bare.find(AssetWriter.class)).isEmpty();
            assertThat(bare.find(RightsReader.class)).isEmpty();
            assertThat(bare.find(ApprovalDesk.class)).isEmpty();
            assertThat(bare.find(AssetFeed.class)).isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> bare.require(AssetWriter.class))
                    .withMessageContaining("without the option assetFolder;");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> bare.require(RightsReader.class))
                    .withMessageContaining("without the option rightsCategory;");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> bare.require(RightsWriter.class))
                    .withMessageContaining("without the option rightsCategory;");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> bare.require(ApprovalDesk.class))
                    .withMessageContaining("without the option workflowMaps;");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> bare.require(CaseDesk.class))
                    .withMessageContaining("without the option workflowMaps;");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> bare.require(AssetFeed.class))
                    .withMessageContaining("without the option feedFolders or assetFolder;");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> bare.require(WorkspaceFeed.class))
                    .withMessageContaining("without the option feedWorkspaceTypes or businessObjects;");
            assertThat(bare.describe()
                            .capability(WorkspaceDesk.class)
                            .orElseThrow()
                            .offers("findOrCreate"))
                    .isFalse();
            assertThat(bare.describe()
                            .capability(AssetReader.class)
                            .orElseThrow()
                            .offers("query"))
                    .isFalse();
        }
    }

    @Test
    void isFoundByItsName() {
        try (Connector xecm = Connectors.discover().open("xecm", options())) {
            assertThat(xecm).isInstanceOf(XecmConnector.class);
            assertThat(xecm.toString()).contains("content.example").doesNotContain("Hidden");
        }
    }
}
