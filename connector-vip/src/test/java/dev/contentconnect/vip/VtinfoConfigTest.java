package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.auth.TokenStore;
import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.ConfigProblem;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Connectors;
import dev.contentconnect.core.spi.HostServices;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VtinfoConfigTest {
    private static Map<String, String> options() {
        return new LinkedHashMap<>(Map.of("backend", "vtinfo", "distributors", "00123, 00007-A2,00123"));
    }

    @Test
    void needsNothingButDistributors() {
        VtinfoConfig config = (VtinfoConfig) VipConfig.fromMap(options());
        assertThat(config.distributors()).containsExactly("00123", "00007-A2");
        assertThat(config.options().endpoint()).isEqualTo(URI.create("https://products.vtinfo.com/bbs/v1"));
        assertThat(config.imageBase()).isEqualTo(URI.create("https://images.vtinfo.com"));
        assertThat(config.imageHosts()).containsExactly("images.vtinfo.com");
        assertThat(config.callsAtOnce()).isEqualTo(4);
        assertThat(config.options().http().gzip()).isTrue();
        assertThat(config.snapshots()).isNull();
    }

    @Test
    void readsOptionsByName(@TempDir Path folder) {
        Map<String, String> options = options();
        options.putAll(Map.of(
                "backend", " VTINFO ",
                "endpoint", "https://bb.example/v2",
                "imageBase", "https://cdn.example",
                "imageHosts", "cdn.example, cdn2.example:8443",
                "callsAtOnce", "2",
                "snapshots", folder.toString(),
                "userAgent", "shop/1.0"));
        VtinfoConfig config = (VtinfoConfig) VipConfig.fromMap(options);
        assertThat(config.imageHosts()).containsExactlyInAnyOrder("cdn.example", "cdn2.example:8443");
        assertThat(config.callsAtOnce()).isEqualTo(2);
        assertThat(config.snapshots()).isEqualTo(VtinfoSnapshots.directory(folder));
        assertThat(config).hasToString("VtinfoConfig[https://bb.example/v2, 2 distributor(s)]");
    }

    @Test
    void reportsAllMistakesTogether() {
        ConfigException failure = catchThrowableOfType(
                ConfigException.class,
                () -> VipConfig.fromMap(Map.of(
                        "backend", "vtinfo",
                        "distributors", "123,00456",
                        "imageHosts", "https://cdn.example/x",
                        "callsAtOnce", "5",
                        "imageBase", "cdn",
                        "endpoint", "nowhere",
                        "username", "anna")));
        assertThat(failure.problems())
                .extracting(ConfigProblem::option)
                .containsExactlyInAnyOrder(
                        "distributors", "imageHosts", "callsAtOnce", "imageBase", "endpoint", "username");
        assertThat(failure).hasMessageContaining("[123]");
    }

    @Test
    void asksForDistributors() {
        for (List<String> none : List.of(List.<String>of(), List.of(" "))) {
            ConfigException failure = catchThrowableOfType(
                    ConfigException.class,
                    () -> VipConfig.vtinfo().distributors(none).build());
            assertThat(failure.problems()).extracting(ConfigProblem::option).containsExactly("distributors");
        }
    }

    @Test
    void isFoundByItsName() {
        try (Connector vip = Connectors.discover().open("vip", options())) {
            assertThat(vip.find(AssetReader.class)).isPresent();
            assertThat(vip.find(AssetFeed.class)).isEmpty();
            assertThat(vip.describe().title()).isEqualTo("VIP Brand Builder");
            assertThat(vip.toString()).contains("products.vtinfo.com");
        }
    }

    @Test
    void reachesBrandFinderAndAPrivateInterfaceWhereTheyAreConfigured() {
        Map<String, String> options = options();
        options.putAll(Map.of(
                "finderCustomer", "ABC",
                "finderSecret", "s3cr3t",
                "restEndpoint", "https://apis.example/v1",
                "restClientId", "me",
                "restRedirectUri", "https://app.example/back",
                "restPaths", "asset=/items/{id}",
                "restFields", "id=/itemId",
                "pageSize", "50"));
        VtinfoConfigBuilder builder = VipConfig.vtinfo().read(without(options, "backend"));
        ConfigException noTokens = catchThrowableOfType(ConfigException.class, builder::build);
        assertThat(noTokens.problems()).extracting(ConfigProblem::option).containsExactly("restTokens");

        HostServices defaults = HostServices.defaults();
        VtinfoConfig config = builder.host(
                        new HostServices(null, defaults.listener(), defaults.time(), TokenStore.inMemory(null)))
                .build();
        assertThat(config.options().endpoint()).isEqualTo(URI.create("https://products.vtinfo.com/bbs/v1"));
        assertThat(config.toString()).doesNotContain("s3cr3t");
        try (VipConnector vip = VipConnector.create(config)) {
            assertThat(vip.finder()).isPresent();
            assertThat(vip.rest()).isPresent();
        }
        try (VipConnector vip = VipConnector.create(VipConfig.fromMap(options()))) {
            assertThat(vip.finder()).isEmpty();
            assertThat(vip.rest()).isEmpty();
        }
    }

    @Test
    void reportsMistakesOfAllServicesTogether() {
        Map<String, String> options = options();
        options.putAll(Map.of("distributors", "1", "finderCustomer", "A", "restEndpoint", "http://apis.example"));
        ConfigException failure = catchThrowableOfType(ConfigException.class, () -> VipConfig.fromMap(options));
        assertThat(failure.problems())
                .extracting(ConfigProblem::option)
                .contains(
                        "distributors", "finderCustomer", "finderSecret", "restEndpoint", "restClientId", "restPaths");
    }

    private static Map<String, String> without(Map<String, String> options, String name) {
        Map<String, String> rest = new LinkedHashMap<>(options);
        rest.remove(name);
        return rest;
    }
}
