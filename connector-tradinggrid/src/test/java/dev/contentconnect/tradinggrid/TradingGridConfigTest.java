package dev.contentconnect.tradinggrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.ConfigProblem;
import dev.contentconnect.core.json.FlatRights;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Connectors;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.tradinggrid.map.PartnerFields;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TradingGridConfigTest {
    private static Map<String, String> options() {
        return new LinkedHashMap<>(
                Map.of("consumerKey", "key-1", "consumerSecret", "sec-ret-1", "companyId", "GC22698817YV"));
    }

    @Test
    void readsOptionsByName() {
        Map<String, String> options = options();
        options.putAll(Map.of(
                "endpoint", "https://apibetagrid.opentext.com",
                "tokenLife", "PT1H",
                "callsAtOnce", "4",
                "ownAddresses", "ZZ:ACME, 01:123456789",
                "requestTypes", "864=request,BIN=problem",
                "assetKey", "asset",
                "caseKey", "case",
                "reasonKey", "reason",
                "contentKeys", "account number",
                "withheld", "errortype"));
        options.putAll(Map.of(
                "overlap", "PT20M",
                "feedFrom", "2026-01-31T00:00:00Z",
                "offsetLimit", "5000",
                "portal", "https://portal.example/tx",
                "partnerFields", "id=companyId,address=",
                "activeWords", "Live",
                "contacts", "Verona=a@verona.example|b@verona.example",
                "addresses", "Verona=ZZ:VERONA",
                "audiences", "region/Italy=Verona|Roma"));
        options.putAll(Map.of(
                "cartographerEndpoint", "https://maps.example",
                "cartographerAuth", "legacy",
                "cartographerBearer", "false",
                "solution", "SOL",
                "rightsEntity", "RIGHTS",
                "rightsColumns", "status=3,block=",
                "keyDelimiter", "~"));
        options.putAll(Map.of(
                "messagingEndpoint", "https://api.eu.cloudmessaging.opentext.com",
                "messagingUser", "acme",
                "messagingPassword", "pass-word-2",
                "messagingTokenEndpoint", "https://eu.api.opentext.com/tenants/t/oauth2/token",
                "messagingStatus", "path",
                "fromName", "Acme",
                "billingCode", "B-1"));
        TradingGridConfig config = TradingGridConfig.fromMap(options);

        assertThat(config.options().endpoint()).hasToString("https://apibetagrid.opentext.com");
        assertThat(config.tokenLife()).isEqualTo(Duration.ofHours(1));
        assertThat(config.callsAtOnce()).isEqualTo(4);
        assertThat(config.lens().ownAddresses()).containsExactlyInAnyOrder("ZZ:ACME", "01:123456789");
        assertThat(config.lens().requestTypes()).containsEntry("864", "request");
        assertThat(config.lens().assetKey()).isEqualTo("asset");
        assertThat(config.lens().withheld()).containsExactly("errortype");
        assertThat(config.lens().overlap()).isEqualTo(Duration.ofMinutes(20));
        assertThat(config.lens().feedFrom()).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(config.lens().offsetLimit()).isEqualTo(5_000);
        assertThat(config.partners().fields())
                .containsEntry(PartnerFields.ID, "companyId")
                .containsEntry(PartnerFields.NAME, "partnerCompanyName")
                .doesNotContainKey(PartnerFields.ADDRESS);
        assertThat(config.partners().contacts())
                .containsEntry("Verona", List.of("a@verona.example", "b@verona.example"));
        assertThat(config.partners().audiences()).containsEntry(Segment.region("Italy"), List.of("Verona", "Roma"));
        assertThat(config.cartographer().login()).isEqualTo(TradingGridConfig.Login.LEGACY);
        assertThat(config.cartographer().bearer()).isFalse();
        assertThat(config.cartographer().rightsColumns())
                .containsEntry(FlatRights.STATUS, 3)
                .containsEntry(FlatRights.HOLDER, 2)
                .doesNotContainKey("block");
        assertThat(config.messaging()).isNotNull();
        assertThat(config.messaging().status()).isEqualTo(TradingGridConfig.StatusStyle.PATH);
        assertThat(config.messaging().billingCode()).isEqualTo("B-1");
    }

    @Test
    void reportsEveryMistakeAtOnceAndNoSecret() {
        Map<String, String> options = options();
        options.remove("companyId");
        options.putAll(Map.of(
                "callsAtOnce", "0",
                "withheld", "no-such-attribute",
                "rightsEntity", "RIGHTS",
                "rightsColumns", "colour=1",
                "partnerFields", "colour=c",
                "messagingEndpoint", "https://messages.example",
                "audiences", "Italy",
                "colour", "red"));
        ConfigException failure = catchThrowableOfType(ConfigException.class, () -> TradingGridConfig.fromMap(options));
        assertThat(failure.problems())
                .extracting(ConfigProblem::option)
                .contains(
                        "companyId",
                        "callsAtOnce",
                        "withheld",
                        "solution",
                        "rightsColumns",
                        "partnerFields",
                        "messagingUser",
                        "messagingPassword",
                        "audiences",
                        "colour");
        assertThat(failure).message().doesNotContain("sec-ret-1");
    }

    @Test
    void isFoundByItsName() {
        try (Connector connector = Connectors.discover().open("tradinggrid", options())) {
            assertThat(connector.system()).isEqualTo("tradinggrid");
            assertThat(connector.find(RightsReader.class))
                    .as("no table is configured")
                    .isEmpty();
            assertThat(connector.toString()).doesNotContain("sec-ret-1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> connector.require(RightsReader.class))
                    .withMessageContaining("without the option rightsEntity;");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> connector.require(RightsWriter.class))
                    .withMessageContaining("without the option rightsEntity;");
        }
    }
}
