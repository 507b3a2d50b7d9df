package dev.contentconnect.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.ConfigProblem;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Connectors;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.generic.sandbox.GenericSandbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenericConfigTest {
    private static Map<String, String> options(GenericSandbox sandbox) {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("endpoint", sandbox.endpoint().toString());
        out.put("system", "dam");
        out.put("auth", "basic");
        out.put("username", GenericSandbox.USER);
        out.put("password", GenericSandbox.SECRET);
        out.put("paths", "assets=/v2/assets, asset=/v2/assets/{id}, create=/v2/assets");
        out.put("items", "/data");
        out.put("item", "/data");
        out.put("paging", "page");
        out.put("pageParameter", "page");
        out.put("firstPage", "1");
        out.put("sizeParameter", "limit");
        out.put("fields", "id=/id, title=/name, key=/externalId");
        out.put("filters", "key=externalId");
        out.put("errorCode", "/error/code");
        out.put("errorMessage", "/error/message");
        return out;
    }

    private static List<String> problems(Map<String, String> options) {
        ConfigException wrong = catchThrowableOfType(
                ConfigException.class, () -> Connectors.discover().open("generic", options));
        return wrong.problems().stream().map(ConfigProblem::toString).toList();
    }

    @Test
    void isReadFromNamesAndValues() {
        try (Tenant tenant = new Tenant();
                Connector dam = Connectors.discover().open("generic", options(tenant.sandbox))) {
            for (int i = 0; i < 120; i++) {
                tenant.sandbox.add(Map.of("name", "Poster " + i));
            }
            assertThat(dam.require(AssetReader.class).query(AssetQuery.ALL)).hasSize(120);
            assertThat(dam.find(AssetWriter.class)).isPresent();
            assertThat(dam.toString()).contains("dam").doesNotContain(GenericSandbox.SECRET);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> dam.require(RightsReader.class))
                    .withMessageContaining("without the option rights;");
        }
    }

    @Test
    void namesAllMistakesAtOnce() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("system", "a:b");
        options.put("auth", "client_credentials");
        options.put(
                "paths", "assets=assets, asset=/assets, content=/a/{id}/{size}, create=/a, upload=/a/{id}, frob=/x");
        options.put("updateMethod", "TRACE");
        options.put("fields", "title=name, colour=/colour, tags=/words/0");
        options.put("rights", "mood=/mood");
        options.put("filters", "segments=segment");
        options.put("paging", "cursor");
        options.put("items", "data");
        assertThat(problems(options))
                .contains(
                        "endpoint is required",
                        "system must not hold a colon",
                        "clientId is required",
                        "clientSecret is required",
                        "paths.assets must begin with one /",
                        "paths.asset must have a place {id}",
                        "paths.content has places that nothing fills: [size]",
                        "updateMethod must be one of [PATCH, POST, PUT]",
                        "fields.id is required",
                        "fields.title must be a JSON pointer such as /file/name",
                        "fields.tags must lead to a member by names, because it is written too",
                        "fields.key is required, because assets are made under keys",
                        "filters.key is required, because assets are looked for before they are made",
                        "fields.sizeBytes is required, because it tells an asset without its bytes",
                        "pageParameter is required for this kind of paging",
                        "next is required for this kind of paging",
                        "items must be a JSON pointer such as /file/name")
                .anyMatch(problem -> problem.startsWith("paths.frob is not known"))
                .anyMatch(problem -> problem.startsWith("fields.colour is not known"))
                .anyMatch(problem -> problem.startsWith("rights.mood is not known"))
                .anyMatch(problem -> problem.startsWith("filters.segments is not known"));
    }

    @ParameterizedTest
    @CsvSource({
        "header,token,token is required",
        "bearer,token,token is required",
        "basic,password,password is required",
        "basic,username,username is required"
    })
    void wantsWhatTheCredentialConsistsOf(String auth, String without, String problem) {
        try (Tenant tenant = new Tenant()) {
            Map<String, String> options = options(tenant.sandbox);
            options.put("auth", auth);
            options.remove(without);
            assertThat(problems(options)).contains(problem);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"header", "bearer", "basic", "client credentials"})
    void showsWhoWeAreInEachWay(String way) {
        Secret secret = Secret.of(GenericSandbox.SECRET);
        try (Tenant tenant = new Tenant(config -> switch (way) {
            case "header" -> config.header("X-Api-Key", secret);
            case "bearer" -> config.bearer(secret);
            case "basic" -> config.basic(GenericSandbox.USER, secret);
            default -> config;
        })) {
            String id = tenant.sandbox.add(Map.of("name", "Poster"));
            Asset read = tenant.the(AssetReader.class).get(Tenant.ref(id));
            assertThat(read.title()).isEqualTo("Poster");
            assertThat(tenant.sandbox.tokensIssued()).isEqualTo(way.equals("client credentials") ? 1 : 0);
        }
    }
}
