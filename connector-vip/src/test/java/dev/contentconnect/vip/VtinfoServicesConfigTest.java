package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.auth.TokenStore;
import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.ConfigProblem;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.json.AssetField;
import dev.contentconnect.core.json.JsonPaging;
import dev.contentconnect.core.observe.CallListener;
import dev.contentconnect.core.spi.HostServices;
import dev.contentconnect.core.time.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options of Brand Finder and of the private REST interface. */
class VtinfoServicesConfigTest {
    private static final TokenStore STORE = TokenStore.inMemory(null);

    private static Map<String, String> problems(Callable<?> make) {
        ConfigException failure = catchThrowableOfType(ConfigException.class, make::call);
        Map<String, String> out = new LinkedHashMap<>();
        for (ConfigProblem problem : failure.problems()) {
            out.put(problem.option(), problem.problem());
        }
        return out;
    }

    @Nested
    class Finder {
        @Test
        void readsOptionsByName() {
            VtinfoFinderConfig config = VtinfoFinderConfig.fromMap(Map.of(
                    "finderCustomer", "ABC",
                    "finderSecret", "s3cr3t",
                    "finderImplementation", "uu-1d",
                    "finderImplementationSecret", "impl-s3cr3t",
                    "finderCacheTime", "PT5M",
                    "requestTimeout", "7"));
            assertThat(config.options().endpoint()).hasToString("https://api.vtinfo.com/analytics/v2/finder");
            assertThat(config.secret()).isEqualTo(Secret.of("s3cr3t"));
            assertThat(config.implementations()).containsEntry("uu-1d", Secret.of("impl-s3cr3t"));
            assertThat(config.cacheTime()).isEqualTo(Duration.ofMinutes(5));
            assertThat(config.options().http().requestTimeout()).isEqualTo(Duration.ofSeconds(7));
            assertThat(config.toString()).contains("ABC").doesNotContain("s3cr3t");
        }

        @Test
        void reportsAllMistakesTogether() {
            assertThat(problems(() -> VtinfoFinderConfig.fromMap(Map.of(
                            "endpoint", "https://products.vtinfo.com/bbs/v1",
                            "finderEndpoint", "http://api.vtinfo.com/finder",
                            "finderCustomer", "AB",
                            "finderImplementation", "uu-1d",
                            "finderCacheTime", "never",
                            "finderColour", "red",
                            "pageSize", "0"))))
                    .containsOnlyKeys(
                            "endpoint",
                            "finderEndpoint",
                            "finderCustomer",
                            "finderSecret",
                            "finderImplementationSecret",
                            "finderCacheTime",
                            "finderColour",
                            "pageSize");
            assertThat(problems(() -> VtinfoFinderConfig.builder()
                            .endpoint(null)
                            .implementation("a b", Secret.of("x"))
                            .cacheTime(Duration.ZERO)
                            .build()))
                    .containsOnlyKeys("finderEndpoint", "finderCustomer", "finderImplementation", "finderCacheTime");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "AB", "ABCDEF", "A B", "A\nBC", "ÄBC"})
        void wantsACustomerOfThreeToFiveCharacters(String customer) {
            assertThat(problems(() -> VtinfoFinderConfig.builder()
                            .customer(customer)
                            .secret(Secret.of("x"))
                            .build()))
                    .containsOnlyKeys("finderCustomer");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"http://localhost:8080/f", "http://127.0.0.1/f", "http://[::1]:80/f", "https://a.example"})
        void takesClearTextOnThisMachineOnly(String endpoint) {
            assertThat(VtinfoFinderConfig.builder()
                            .endpoint(URI.create(endpoint))
                            .customer("00123")
                            .secret(Secret.of("x"))
                            .build()
                            .options()
                            .endpoint())
                    .hasToString(endpoint);
        }

        @Test
        void isThereOnlyWhenItIsMentioned() {
            assertThat(VtinfoFinderConfigBuilder.isMentioned(Map.of("sourceCode", "01234", "finderSecret", " ")))
                    .isFalse();
            assertThat(VtinfoFinderConfigBuilder.isMentioned(Map.of("finderSecret", "x")))
                    .isTrue();
            assertThat(VtinfoFinderConfigBuilder.isMentioned(Map.of("FINDER_SECRET", "x")))
                    .isTrue();
        }
    }

    @Nested
    class Rest {
        private Map<String, String> options() {
            return new LinkedHashMap<>(Map.of(
                    "restEndpoint", "https://apis.example/v1",
                    "restClientId", "me",
                    "restClientSecret", "s3cr3t",
                    "restRedirectUri", "https://app.example/back",
                    "restPaths", "assets=/{distributor}/items?q={q}; asset=/items/{id}",
                    "restValues", "distributor=01234",
                    "restParameters", "q",
                    "restFields", "id=/itemId\n title = /names/0 "));
        }

        @Test
        void readsOptionsByName() {
            Map<String, String> options = options();
            options.putAll(Map.of(
                    "restScope", "email profile",
                    "restPkce", "false",
                    "restResource", "urn:other",
                    "restItems", "/found",
                    "restItem", "/data",
                    "restPaging", "cursor",
                    "restNext", "/next",
                    "restPageParameter", "token",
                    "restSizeParameter", "size"));
            VtinfoRestConfig config = VtinfoRestConfig.fromMap(options, STORE);
            assertThat(config.authorization().endpoint())
                    .hasToString("https://login.vtinfo.com/adfs/oauth2/authorize/");
            assertThat(config.client().tokenEndpoint()).hasToString("https://login.vtinfo.com/adfs/oauth2/token");
            assertThat(config.client().parameters()).containsEntry("resource", "urn:other");
            assertThat(config.authorization().parameters()).containsEntry("resource", "urn:other");
            assertThat(config.authorization().pkce()).isFalse();
            assertThat(config.client().scope()).isEqualTo("email profile");
            assertThat(config.paths()).containsEntry("assets", "/{distributor}/items?q={q}");
            assertThat(config.fields()).containsEntry(AssetField.TITLE, "/names/0");
            assertThat(config.paging())
                    .isEqualTo(JsonPaging.byCursor("/next", "token").withSize("size"));
            assertThat(config.items()).isEqualTo("/found");
            assertThat(config.item()).isEqualTo("/data");
            assertThat(config.toString()).doesNotContain("s3cr3t");
        }

        @Test
        void makesTheSameFromCode() {
            VtinfoRestConfig config = VtinfoRestConfig.fromMap(options(), STORE);
            VtinfoRestConfig same = VtinfoRestConfig.builder()
                    .endpoint(URI.create("https://apis.example/v1"))
                    .clientId("me")
                    .clientSecret(Secret.of("s3cr3t"))
                    .redirectUri(URI.create("https://app.example/back"))
                    .tokens(STORE)
                    .path("assets", "/{distributor}/items?q={q}")
                    .path("asset", "/items/{id}")
                    .value("distributor", "01234")
                    .parameters(Set.of("q"))
                    .field(AssetField.ID, "/itemId")
                    .field(AssetField.TITLE, "/names/0")
                    .build();
            assertThat(same.client()).isEqualTo(config.client());
            assertThat(same.authorization()).isEqualTo(config.authorization());
            assertThat(same.paths()).isEqualTo(config.paths());
            assertThat(same.values()).isEqualTo(config.values());
            assertThat(same.parameters()).isEqualTo(config.parameters());
            assertThat(same.fields()).isEqualTo(config.fields());
            assertThat(same.paging()).isEqualTo(config.paging());
        }

        @Test
        void reportsAllMistakesTogether() {
            Map<String, String> options = new LinkedHashMap<>(Map.of(
                    "endpoint", "https://apis.example/v1",
                    "restEndpoint", "http://apis.example/v1",
                    "restTokenEndpoint", "nowhere",
                    "restPaths",
                            "assets=/{colour}/items; asset=/items; a-b=/x; bad=/x/{y; dots=/a/../b; blank=/a b; far=//h/x",
                    "restValues", "d=",
                    "restFields", "title=name; shade=/x; tags=/a~2",
                    "restItems", "items",
                    "restPaging", "cursor",
                    "restFirstPage", "one",
                    "restColour", "red"));
            assertThat(problems(() -> VtinfoRestConfig.fromMap(options, null)))
                    .containsOnlyKeys(
                            "endpoint",
                            "restEndpoint",
                            "restTokenEndpoint",
                            "restClientId",
                            "restRedirectUri",
                            "restTokens",
                            "restPaths.assets",
                            "restPaths.asset",
                            "restPaths.a-b",
                            "restPaths.bad",
                            "restPaths.dots",
                            "restPaths.blank",
                            "restPaths.far",
                            "restValues.d",
                            "restFields",
                            "restFields.title",
                            "restFields.shade",
                            "restFields.tags",
                            "restItems",
                            "restNext",
                            "restPageParameter",
                            "restFirstPage",
                            "restColour");
        }

        @Test
        void wantsOnePathAtLeastAndPairs() {
            Map<String, String> options = options();
            options.remove("restPaths");
            options.put("restValues", "no pair");
            options.put("restFields", "id=/a; id=/b");
            options.put("restPaging", "next_link");
            options.put("restTotal", "total");
            assertThat(problems(() -> VtinfoRestConfig.fromMap(options, STORE)))
                    .containsOnlyKeys("restPaths", "restValues", "restFields", "restNext", "restTotal");
        }

        @Test
        void takesTheStoreOfTheHost() {
            VtinfoRestConfigBuilder builder = VtinfoRestConfig.builder()
                    .readAlone(new OptionReader(options()))
                    .host(new HostServices(null, CallListener.NONE, TimeSource.system(), STORE));
            assertThat(builder.build().tokens()).isSameAs(STORE);
            assertThat(builder.host(HostServices.defaults()).build().tokens()).isSameAs(STORE);
        }

        @Test
        void isThereOnlyWhenItIsMentioned() {
            assertThat(VtinfoRestConfigBuilder.isMentioned(Map.of("sourceCode", "01234")))
                    .isFalse();
            assertThat(VtinfoRestConfigBuilder.isMentioned(Map.of("restPaths", "a=/b")))
                    .isTrue();
        }
    }

    @Test
    void namesOfProblemsDifferBesideThoseOfOtherServices() {
        assertThat(List.copyOf(
                        problems(() -> VtinfoRestConfig.builder().endpoint(null).build())
                                .keySet()))
                .startsWith("restEndpoint")
                .doesNotContain("endpoint");
    }
}
