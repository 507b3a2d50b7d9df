package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.Tenant.code;
import static dev.contentconnect.tradinggrid.Tenant.failure;
import static dev.contentconnect.tradinggrid.Tenant.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.tradinggrid.api.LensQuery;
import dev.contentconnect.tradinggrid.api.LensRange;
import dev.contentconnect.tradinggrid.sandbox.GraphQl;
import dev.contentconnect.tradinggrid.sandbox.TradingGridSandbox;
import dev.contentconnect.tradinggrid.transport.DirectoryTransport;
import dev.contentconnect.tradinggrid.transport.Folders;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a network, a partner or a caller may get wrong: a typed failure with the service's own words, or a recovery. */
class BadInputTest {
    private static final String SEARCH = "/visibility_transaction_search";
    private static final String TABLE =
            "/cartographer/xref/v1/solutions/" + TradingGridSandbox.SOLUTION + "/entities/" + TradingGridSandbox.RULES;

    private final Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    @Nested
    class NamesThatLookLikeAQuestion {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Verona \"Vittles\"",
                    "{Verona} }) { __schema { types } } #",
                    "back\\slash\\",
                    "line\nbreak\ttab\0nul",
                    "*",
                    "\ud83c\udfac 夏"
                })
        void areNothingButNames(String name) {
            tenant.sandbox.entry(Map.of("receivername", "Somebody Else"), Map.of("reference id", "other:1"));
            String id = tenant.sandbox.entry(Map.of("receivername", name), Map.of("reference id", name));
            DeliveryLog log = tenant.the(DeliveryLog.class);
            assertThat(log.deliveries(DeliveryQuery.ALL.to(name)))
                    .singleElement()
                    .satisfies(one -> assertThat(one.recipient()).isEqualTo(name));
            AssetReader reader = tenant.the(AssetReader.class);
            assertThat(reader.findByKey(name))
                    .hasValueSatisfying(one -> assertThat(one.ref()).isEqualTo(ref(id)));
            assertThat(reader.query(AssetQuery.ALL.withKey(name))).hasSize(1);
            assertThat(failure(() -> reader.get(ref(name))).kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(tenant.sandbox.documents())
                    .allSatisfy(document ->
                            assertThat(GraphQl.read(document).fields()).hasSize(1));
        }

        @Test
        void areFoundInTheDirectoryAsTheyAre() {
            String name = "Verona & Söhne / \"GmbH\" {1} 100% ?x=1#a";
            tenant.sandbox.partner(name, "Active", null, null);
            assertThat(tenant.the(PartnerDesk.class).get(ref(name)).name()).isEqualTo(name);
        }
    }

    @Nested
    class ALoginThatChanged {
        @Test
        void isLookedUpAnewSoThatTheIdKeepsWorking() {
            String id = tenant.sandbox.user("ida@acme.example", "Community Viewer");
            tenant.sandbox.changeLogin(id, "ida.gruen@acme.example");
            assertThat(tenant.client().community().addRoles(id, List.of("TGMS Reports")))
                    .containsExactly("Community Viewer", "TGMS Reports");
        }

        @Test
        void thatIsAnotherPersonsByNowGivesNobodysRolesAway() {
            String ida = tenant.sandbox.user("reports@acme.example", "Account Admin");
            tenant.sandbox.changeLogin(ida, "ida@acme.example");
            String bob = tenant.sandbox.user("reports@acme.example");
            assertThat(tenant.client().community().roles(ida)).containsExactly("Account Admin");
            assertThat(tenant.client().community().roles(bob)).isEmpty();
        }
    }

    @Test
    void rolesWithOtherCapitalsAreTheSameRoles() {
        String id = tenant.sandbox.user("ida@acme.example", "Lens Standard Role");
        assertThat(tenant.client().community().hasRole(id, "Lens Standard role"))
                .isTrue();
        assertThat(tenant.client().community().hasRole(id, "Lens Admin role")).isFalse();
    }

    @Test
    void aScrollInterruptedHalfWayBeginsAnewAndLosesNothing() {
        for (int i = 0; i < 2_100; i++) {
            tenant.sandbox.entry(Map.of());
        }
        LensQuery query = LensQuery.ALL.within(new LensRange(
                "arrivaltime",
                tenant.clock.now().minus(Duration.ofDays(1)),
                tenant.clock.now().plus(Duration.ofDays(1))));
        var scroll = tenant.client().lens().scroll(query, "audit");
        tenant.sandbox.failNext(1, "POST", SEARCH, Fault.status(200).afterHandling());
        ConnectorException failure = failure(() -> scroll.forEach(WireEntry::id));
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNDECODABLE);
        assertThat(scroll.stream().map(WireEntry::id).distinct()).hasSize(2_100);
    }

    @Nested
    class AnAnswerWithStatus200AndErrors {
        private ErrorKind kind(Object body) {
            tenant.sandbox.failNext(2, "POST", SEARCH, Fault.reply(SandboxResponse.json(200, body)));
            ErrorKind kind = failure(() -> tenant.the(AssetReader.class).get(ref("tx-1")))
                    .kind();
            tenant.sandbox.clearFaults();
            return kind;
        }

        private static Map<String, Object> nothing(Object errors) {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("data", null);
            out.put("errors", errors);
            return out;
        }

        @Test
        void isAFailureInTheServicesWords() {
            tenant.sandbox.failNext(
                    1,
                    "POST",
                    SEARCH,
                    Fault.reply(SandboxResponse.json(
                            200,
                            nothing(List.of(Map.of(
                                    "message", "Validation error", "extensions", Map.of("code", "BAD_QUERY")))))));
            ConnectorException failure =
                    failure(() -> tenant.the(AssetReader.class).get(ref("tx-1")));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(code(failure)).isEqualTo("BAD_QUERY");
            assertThat(failure).message().contains("Validation error");
        }

        @Test
        void isUndecodableWhereItIsAPageForPeople() {
            tenant.sandbox.failNext(
                    9, "POST", SEARCH, Fault.reply(SandboxResponse.text(200, "text/html", "<h1>Maintenance</h1>")));
            ConnectorException failure =
                    failure(() -> tenant.the(AssetReader.class).get(ref("tx-1")));
            assertThat(failure.kind()).isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(code(failure)).isEqualTo(HttpErrors.PAGE_FOR_PEOPLE);
            assertThat(failure).message().contains("Maintenance");
        }

        @Test
        void isOneInWhateverForm() {
            assertThat(kind(nothing(Map.of("message", "x")))).isEqualTo(ErrorKind.REJECTED);
            assertThat(kind(nothing(List.of("x", 7)))).isEqualTo(ErrorKind.REJECTED);
            assertThat(kind(nothing(Arrays.asList(null, "x")))).isEqualTo(ErrorKind.REJECTED);
            assertThat(kind(Map.of("data", Map.of()))).isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(kind(List.of())).isEqualTo(ErrorKind.UNDECODABLE);
        }

        @Test
        void isGivenUpWhenTheSecondQuestionIsRefusedToo() {
            Object refusal = nothing(List.of(Map.of("message", "Not authorized: status")));
            tenant.sandbox.failNext(9, "POST", SEARCH, Fault.reply(SandboxResponse.json(200, refusal)));
            assertThat(failure(() -> tenant.the(AssetReader.class).get(ref("tx-1")))
                            .kind())
                    .isEqualTo(ErrorKind.REJECTED);
            assertThat(tenant.sandbox.requests("POST", SEARCH)).hasSize(2);
        }
    }

    @Nested
    class AnErrorOfCartographer {
        @Test
        void isReadWithItsHyphen() {
            ConnectorException failure =
                    failure(() -> tenant.client().crossReferences().headers(TradingGridSandbox.SOLUTION, "NO_SUCH"));
            assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(code(failure)).isEqualTo("XREF-404");
            assertThat(failure).message().contains("Entity not found");
        }

        @Test
        void isReadInTheShapesOfOlderReleasesToo() {
            tenant.sandbox.olderCartographer();
            assertThat(code(failure(
                            () -> tenant.client().crossReferences().headers(TradingGridSandbox.SOLUTION, "NO_SUCH"))))
                    .isEqualTo("XREF-404");
            tenant.sandbox.failNext(
                    1, "GET", TABLE, Fault.reply(SandboxResponse.json(400, Map.of("message", "odd", "status", 400))));
            ConnectorException failure = failure(() ->
                    tenant.client().crossReferences().headers(TradingGridSandbox.SOLUTION, TradingGridSandbox.RULES));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(failure).message().contains("odd");
        }
    }

    @Test
    void aPartnerOutsideTheSegmentGetsNothing(@TempDir Path folder) {
        tenant.sandbox.partner("Roma Rice", "Active", "orders@roma.example", "01:ROMA");
        Segment italy = Segment.region("Italy");
        PartnerDesk desk = tenant.the(PartnerDesk.class);
        assertThat(desk.isEntitled(ref("Roma Rice"), italy)).isFalse();
        assertThat(desk.partners(List.of(italy))).isEmpty();
        tenant.sandbox.row(TradingGridSandbox.RULES, "Roma Rice|region|Italyland", Map.of(1, "x"));
        tenant.sandbox.row(TradingGridSandbox.RULES, "Roma|region|Italy", Map.of(1, "x"));
        assertThat(desk.isEntitled(ref("Roma Rice"), italy)).as("a near miss").isFalse();
        DocumentOrder order =
                new DocumentOrder("a.jpg", ref("Roma Rice"), List.of(italy), Tenant.content(Tenant.BYTES, "a"));
        try (DirectoryTransport transport = new DirectoryTransport(folder, Folders.STANDARD)) {
            assertThat(code(failure(() -> tenant.connector.documents(transport).send(order))))
                    .isEqualTo("not_entitled");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Nested
    class AReceiptForAnUnknownJob {
        @Test
        void isNotFound() {
            PartnerDesk desk = tenant.the(PartnerDesk.class);
            assertThat(failure(() -> desk.receipts(ref("job:mra-99"))).kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(failure(() -> desk.receipts(ref("tx-99"))).kind()).isEqualTo(ErrorKind.NOT_FOUND);
        }

        @Test
        void isNotFoundWhereTheServiceAnswersWithSomethingElse() {
            for (Object body : List.of(Map.of(), Map.of("job_id", "mra-1", "deliveries", List.of()))) {
                tenant.sandbox.failNext(1, "GET", "/mra/", Fault.reply(SandboxResponse.json(200, body)));
                assertThat(failure(() -> tenant.the(PartnerDesk.class).receipts(ref("job:mra-99")))
                                .kind())
                        .isEqualTo(ErrorKind.NOT_FOUND);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/cron.d/x", "..", "a/b", "a\\b", ".hidden", "nul\0"})
    void aFileNameThatClimbsDirectoriesIsRefusedBeforeAnyRequest(String name, @TempDir Path folder) {
        DocumentOrder order = new DocumentOrder(
                name, ref("Verona"), List.of(Segment.region("Italy")), Tenant.content(Tenant.BYTES, "a"));
        try (DirectoryTransport transport = new DirectoryTransport(folder, Folders.STANDARD)) {
            ConnectorException failure =
                    failure(() -> tenant.connector.documents(transport).send(order));
            assertThat(code(failure)).isEqualTo("file_name");
        }
        assertThat(tenant.sandbox.requests()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }
}
