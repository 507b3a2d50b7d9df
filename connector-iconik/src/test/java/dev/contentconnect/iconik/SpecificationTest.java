package dev.contentconnect.iconik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.testkit.AgainstSpecification;
import dev.contentconnect.core.testkit.Exchange;
import dev.contentconnect.core.testkit.OpenApiProblem;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import dev.contentconnect.iconik.sandbox.Specification;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Holds the list of calls against the vendor's OpenAPI documents, where there are any: {@code -Dcontentconnect.specs=<folder>},
 * with one {@code iconik/<service>.json} a service. Whatever our client sends and the sandbox answers in any test is held against
 * them as the sandbox closes.
 */
@AgainstSpecification("OpenAPI documents")
class SpecificationTest {
    private static final String FOLDER = System.getProperty("contentconnect.specs", "");

    private static final Pattern ROLE = Pattern.compile("\\bcan_[a-z_]+");

    private final Map<String, Map<?, ?>> documents = new LinkedHashMap<>();

    @BeforeEach
    void readDocuments() throws IOException {
        assumeTrue(!FOLDER.isBlank(), "set contentconnect.specs to the folder of the OpenAPI documents");
        for (Calls.Call call : Calls.documented().calls()) {
            Path file = Path.of(FOLDER, "iconik", call.service() + ".json");
            if (!documents.containsKey(call.service())) {
                documents.put(call.service(), (Map<?, ?>) Json.decodePlain(Files.readAllBytes(file)));
            }
        }
    }

    private static Map<?, ?> map(Object value, String... names) {
        Object at = value;
        for (String name : names) {
            at = at instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return at instanceof Map<?, ?> map ? map : Map.of();
    }

    private Map<?, ?> resolved(String service, Object schema) {
        Map<?, ?> at = map(schema);
        while (at.get("$ref") instanceof String pointer) {
            at = map(documents.get(service), pointer.substring(2).split("/", -1));
        }
        return at;
    }

    private Map<?, ?> operation(Calls.Call call) {
        return map(
                documents.get(call.service()),
                "paths",
                "/v1/" + call.path(),
                call.method().toLowerCase(java.util.Locale.ROOT));
    }

    private Set<String> names(String service, Object schema) {
        Set<String> out = new LinkedHashSet<>();
        map(resolved(service, schema), "properties").keySet().forEach(name -> out.add(String.valueOf(name)));
        return out;
    }

    /** Of a list those of its objects. */
    private Set<String> shownNames(String service, Object schema) {
        Object objects = map(resolved(service, schema), "properties").get("objects");
        return names(service, objects == null ? schema : map(resolved(service, objects), "items"));
    }

    private static Object schema(Object message) {
        Map<?, ?> content = map(message, "content");
        return content.isEmpty() ? Map.of() : map(content.values().iterator().next(), "schema");
    }

    @Test
    void listsOnlyWhatTheDocumentsHave() {
        List<String> wrong = new ArrayList<>();
        for (Calls.Call call : Calls.documented().calls()) {
            Map<?, ?> operation = operation(call);
            if (operation.isEmpty()) {
                wrong.add(call + " is not there");
                continue;
            }
            Set<String> query = new LinkedHashSet<>();
            ((List<?>) operation.get("parameters"))
                    .forEach(one -> query.add(
                            String.valueOf(resolved(call.service(), one).get("name"))));
            call.query().stream()
                    .filter(name -> !query.contains(name))
                    .forEach(name -> wrong.add(call + " q: " + name));
            Object body = schema(operation.get("requestBody"));
            Set<String> sent = names(call.service(), body);
            Object required = resolved(call.service(), body).get("required");
            call.body().forEach(name -> {
                boolean starred = name.endsWith("*");
                boolean must = required instanceof List<?> list && list.contains(Calls.bare(name));
                if (!sent.contains(Calls.bare(name)) || (starred && !must)) {
                    wrong.add(call + " b: " + name);
                }
            });
            Set<String> answered = new LinkedHashSet<>();
            call.answers().forEach(status -> {
                Object answer = map(operation, "responses").get(status);
                if (answer == null) {
                    wrong.add(call + " a: " + status);
                } else {
                    answered.addAll(shownNames(call.service(), schema(resolved(call.service(), answer))));
                }
            });
            call.members().stream()
                    .filter(name -> !name.equals("*") && !name.startsWith("+") && !answered.contains(name))
                    .forEach(name -> wrong.add(call + " m: " + name));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void namesOnItsPageEveryRoleThatACallOfOursWants() throws IOException {
        String page = Files.readString(Path.of("README.md"));
        Set<String> missing = new TreeSet<>();
        int found = 0;
        for (Calls.Call call : Calls.documented().calls()) {
            Matcher role = ROLE.matcher(String.valueOf(operation(call).get("description")));
            while (role.find()) {
                found++;
                if (!page.contains("`" + role.group() + "`")) {
                    missing.add(role.group());
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(found).isGreaterThan(60);
    }

    /** Most of what the connector does, once. */
    private static List<Exchange> work() {
        try (Tenant tenant = new Tenant(options -> options.partBytes(5 << 20))) {
            Asset film = tenant.film("dam:1");
            tenant.the(AssetWriter.class)
                    .update(film.toBuilder().description("A cat").build());
            tenant.the(AssetWriter.class).addVersion(film.ref(), "v2", Tenant.content(new byte[6 << 20], "b.mov"));
            tenant.the(AssetReader.class).versions(film.ref());
            tenant.the(AssetReader.class).renditions(film.ref());
            ApprovalDesk desk = tenant.the(ApprovalDesk.class);
            var asked = desk.request(new ApprovalRequest(
                            "k", "Film", film.ref(), null, List.of("max@agency.example"), null, null, Map.of()))
                    .get(0);
            desk.decide(asked.ref(), Decision.of(DecisionOutcome.REJECTED, "No").by(Actor.of("lee")));
            desk.query(ApprovalQuery.ALL).forEach(one -> {});
            RightsWriter rights = tenant.the(RightsWriter.class);
            rights.apply(RightsRecord.builder(film.ref(), film.ref())
                    .status(RightsStatus.CLEARED)
                    .build());
            rights.block(film.ref(), "complaint");
            rights.unblock(film.ref(), "settled");
            tenant.the(RightsReader.class).rights(film.ref());
            tenant.the(AssetPublisher.class)
                    .publish(new PublishRequest(
                            "p", "Launch", List.of(film.ref()), List.of(Segment.region("Austria")), null, null));
            tenant.the(AssetPublisher.class).withdraw(film.ref(), "expired");
            tenant.the(CommentThread.class).add(film.ref(), new CommentDraft("c", "Hm.", null, null));
            tenant.settle();
            tenant.the(CommentThread.class).comments(film.ref()).forEach(one -> {});
            tenant.the(AssetReader.class).query(AssetQuery.ALL).forEach(one -> {});
            tenant.the(AssetFeed.class)
                    .changes(tenant.the(AssetFeed.class).changes(null, 9).next(), 9);
            tenant.connector
                    .webhooks()
                    .ensure(
                            URI.create("https://host.example/"),
                            Tenant.WEBHOOK_SECRET,
                            List.of(new WebhookUpkeep.Subscription("assets", null, null)));
            tenant.connector.check();
            tenant.client()
                    .shares()
                    .createWithUrl(
                            dev.contentconnect.iconik.api.ObjectType.ASSETS,
                            film.ref().id(),
                            Map.of(
                                    "allow_comments", true,
                                    "allow_approving_comments", true,
                                    "allow_download", false,
                                    "allow_setting_approve_status", true));
            tenant.client()
                    .acls()
                    .add(
                            dev.contentconnect.iconik.api.ObjectType.ASSETS,
                            List.of(film.ref().id()),
                            List.of(IconikSandbox.USER),
                            List.of(),
                            List.of("read"));
            tenant.client().jobs().create(Map.of("title", "Sync", "type", "CUSTOM", "status", "STARTED"));
            return tenant.sandbox.exchanges();
        }
    }

    /** Any test of the module finds as much, and this one how much it is. */
    @Test
    void sendsAndAnswersWhatTheDocumentsAllow() {
        List<Exchange> exchanges = work();
        assertThat(Specification.problems(exchanges)).isEmpty();
        assertThat(exchanges).allMatch(one -> one.onPurpose().isEmpty());
        long bodies = exchanges.stream()
                .mapToLong(one ->
                        (one.request().body().length > 0 ? 1 : 0) + (answer(one).body().length > 0 ? 1 : 0))
                .sum();
        assertThat(bodies).isGreaterThan(60);
    }

    private static SandboxResponse answer(Exchange one) {
        return Objects.requireNonNull(one.response());
    }

    private static List<OpenApiProblem> problems(
            String method, String path, Map<String, List<String>> query, String body, SandboxResponse response) {
        SandboxRequest request = new SandboxRequest(
                method,
                "/API/" + path,
                "",
                Map.of(),
                query,
                Map.of("content-type", List.of("application/json")),
                body.getBytes(StandardCharsets.UTF_8));
        return Specification.problems(List.of(new Exchange(request, response, "")));
    }

    @Test
    void findsWhatTheDocumentsDoNotHave() {
        String asset = "assets/v1/assets/" + IconikSandbox.USER + "/";
        SandboxResponse shown = SandboxResponse.json(Map.of("title", "Film", "type", "ASSET"));
        assertThat(problems("GET", asset, Map.of(), "", shown)).isEmpty();
        assertThat(problems("GET", asset + "nothing/", Map.of(), "", shown))
                .extracting(OpenApiProblem::place)
                .containsExactly("operation");
        assertThat(problems(
                        "GET", asset, Map.of("include_users", List.of("maybe"), "colour", List.of("red")), "", shown))
                .extracting(OpenApiProblem::place)
                .containsExactlyInAnyOrder("query include_users", "query colour");
        assertThat(problems(
                        "GET",
                        asset,
                        Map.of(),
                        "",
                        SandboxResponse.json(Map.of("title", 7, "type", "FILM", "colour", "red"))))
                .extracting(OpenApiProblem::place)
                .containsExactlyInAnyOrder("answer 200 /title", "answer 200 /type", "answer 200 /colour");
        assertThat(problems("PUT", "acls/v1/acl/assets/", Map.of(), "{\"object_keys\":[7],\"mode\":\"ADD\"}", shown))
                .extracting(OpenApiProblem::place)
                .contains("body", "body /object_keys/*", "body /mode");
    }
}
