package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.sandbox.TradingGridSandbox.RULES;
import static dev.contentconnect.tradinggrid.sandbox.TradingGridSandbox.SOLUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.testkit.AgainstSpecification;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.tradinggrid.api.LensAttributes;
import dev.contentconnect.tradinggrid.api.LensQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What we ask for, held against the vendor's own collections: with {@code -Dcontentconnect.specs=<folder>}, which has them in
 * {@code tradinggrid}. They are not ours to ship.
 */
@AgainstSpecification("Postman collections")
class SpecificationTest {
    private @Nullable Path specs;

    @BeforeEach
    void find() {
        String folder = System.getProperty("contentconnect.specs");
        assumeTrue(folder != null, "no -Dcontentconnect.specs");
        specs = Path.of(String.valueOf(folder), "tradinggrid");
    }

    private Object read(String name) throws IOException {
        assertThat(specs).isNotNull();
        return Json.decodePlain(Files.readAllBytes(specs.resolve(name)));
    }

    private void collect(Object items, List<Pattern> out) {
        for (Object one : (List<?>) items) {
            Map<?, ?> item = (Map<?, ?>) one;
            if (item.get("item") != null) {
                collect(item.get("item"), out);
                continue;
            }
            Map<?, ?> request = (Map<?, ?>) item.get("request");
            Object url = request.get("url");
            String raw = String.valueOf(url instanceof Map<?, ?> map ? map.get("raw") : url);
            String path =
                    raw.replaceFirst("^(https://[^/]+|\\{\\{api_host}})", "").replaceFirst("\\?.*", "");
            String template = path.replaceAll("(\\{\\{[^}]+}}|:[A-Za-z]+)", "~");
            out.add(Pattern.compile(
                    request.get("method") + " " + Pattern.quote(template).replace("~", "\\E[^/]+\\Q")));
        }
    }

    private List<Pattern> published() throws IOException {
        List<Pattern> out = new ArrayList<>();
        for (String name : List.of("community-management-prod", "lens-prod", "cartographer-25.4")) {
            collect(((Map<?, ?>) read(name + ".postman_collection.json")).get("item"), out);
        }
        return out;
    }

    @Test
    void asksOnlyForWhatIsPublished(@TempDir Path folder) throws IOException {
        List<String> asked;
        try (Tenant tenant = new Tenant()) {
            callEverything(tenant, folder);
            asked = tenant.sandbox.requests().stream()
                    .map(SandboxRequest::toString)
                    .filter(request -> !request.contains(" /mra/"))
                    .distinct()
                    .toList();
        }
        List<Pattern> published = published();
        assertThat(asked)
                .hasSizeGreaterThan(20)
                .allSatisfy(request -> assertThat(published.stream()
                                .anyMatch(one -> one.matcher(request).matches()))
                        .as(request)
                        .isTrue());
    }

    private static void callEverything(Tenant tenant, Path folder) throws IOException {
        var community = tenant.client().community();
        community.company();
        community.partners();
        community.partnersNamed("Verona");
        community.users();
        String user = community.create(Map.of("loginId", "new@acme.example"));
        community.userByLogin("new@acme.example");
        community.update(user, Map.of("firstName", "Ida"));
        community.addRoles(user, List.of("TGMS Reports"));
        community.entitlements();
        community.entitlements(user);
        community.delete(user);
        tenant.client().lens().entries(LensQuery.ALL).forEach(one -> {});
        var maps = tenant.client().maps();
        maps.solutions();
        maps.maps(SOLUTION).forEach(one -> {});
        maps.tradingPartners(SOLUTION, "m-1");
        maps.annotations(SOLUTION, "m-1");
        var tables = tenant.client().crossReferences();
        tables.write(SOLUTION, RULES, "a", Map.of(1, "x"));
        tables.write(SOLUTION, RULES, "a", Map.of(1, "y"));
        tables.rows(SOLUTION, RULES).forEach(one -> {});
        tables.search(SOLUTION, RULES, "a").forEach(one -> {});
        tables.delete(SOLUTION, RULES, "a");
        tables.state(SOLUTION, RULES, "reserve");
        tables.export(SOLUTION, RULES, folder.resolve("export"));
    }

    @Test
    void knowsEveryAttributeOfTheVendorsSheet() throws IOException {
        Stream<String> names = ((List<?>) read("lens-attributes.json"))
                .stream().map(one -> String.valueOf(((Map<?, ?>) one).get("attribute")));
        assertThat(LensAttributes.ALL).containsAll(names.toList());
    }
}
