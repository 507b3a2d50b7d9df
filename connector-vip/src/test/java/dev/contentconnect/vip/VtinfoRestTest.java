package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.contentconnect.core.auth.OAuthLogin;
import dev.contentconnect.core.auth.PendingLogin;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.json.JsonPaging;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.testkit.CapturedLog;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VtinfoRestTest extends RestStage {
    @Nested
    class Reading {
        @Test
        void givesAssetsByTheConfiguredFields() {
            service.add("A-1", "Golden Ale");
            Asset asset = plain().assets(Map.of()).iterator().next();
            assertThat(asset.ref().id()).isEqualTo("rest:A-1");
            assertThat(asset.title()).isEqualTo("Golden Ale");
            assertThat(asset.kind()).isEqualTo(AssetKind.IMAGE);
            assertThat(asset.tags()).containsExactly("First Brand", "7");
            assertThat(asset.updatedAt()).isEqualTo("2026-10-01T08:00:00Z");
            assertThat(asset.currentVersion().fileName()).isEqualTo("A-1.png");
            assertThat(asset.currentVersion().sizeBytes()).isEqualTo(2048);
            // All of the item goes with it, what nobody mapped included.
            assertThat(asset.extensions().get("vip")).containsKeys("itemId", "names", "abv");
            assertThat(service.requests("GET", "/api").get(0).path()).isEqualTo("/api/01%20234/all");
        }

        @Test
        void givesOneAssetByItsId() {
            service.add("A/1 ?", "Golden Ale");
            assertThat(plain().asset("A/1 ?", Map.of()).title()).isEqualTo("Golden Ale");
            assertThat(service.requests("GET", "/api").get(0).path()).isEqualTo("/api/01%20234/items/A%2F1%20%3F");
            ConnectorException e = failure(() -> plain().asset("none", Map.of()));
            assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(e.error().trace().vendorCode()).isEqualTo("no_item");
        }

        @Test
        void givesAnswersAndListsAsTheyAre() {
            service.add("A-1", "Golden Ale");
            service.odd("no object");
            VtinfoRest rest = plain();
            assertThat(rest.read("search", Map.of("name", "a&b=c"))).isInstanceOf(List.class);
            assertThat(service.requests("GET", "/api").get(0).rawQuery()).isEqualTo("name=a%26b%3Dc&active=true");
            List<MappingIssue> issues = new ArrayList<>();
            assertThat(rest.items("search", Map.of("name", "x")).onIssue(issues::add).stream())
                    .singleElement()
                    .satisfies(item -> assertThat(item).containsEntry("itemId", "A-1"));
            assertThat(issues).extracting(MappingIssue::path).containsExactly("items[1]");
        }

        @Test
        void refusesBeforeAnyRequest() {
            VtinfoRest rest = plain();
            assertThat(failure(() -> rest.read("orders", Map.of()))
                            .error()
                            .trace()
                            .vendorCode())
                    .isEqualTo(NotOffered.CODE);
            assertThatIllegalArgumentException().isThrownBy(() -> rest.read("search", Map.of()));
            assertThatIllegalArgumentException().isThrownBy(() -> rest.read("search", Map.of("name", " ")));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rest.read("search", Map.of("name", "x", "colour", "red")));
            for (String id : List.of("..", ".", "")) {
                assertThatIllegalArgumentException().isThrownBy(() -> rest.asset(id, Map.of()));
            }
            assertThat(service.requests()).isEmpty();
            rest.close();
            assertThatIllegalStateException().isThrownBy(() -> rest.read("assets", Map.of()));
        }

        @Test
        void reportsMappedFieldsThatAreMissingBesideTheGoodItems() {
            service.add("A-1", "Golden Ale");
            service.odd(Map.of("itemId", 7, "names", Map.of(), "image", Map.of("type", "image/png", "bytes", "many")));
            service.odd(Map.of("names", Map.of("long", "No id")));
            service.odd(null);
            List<MappingIssue> issues = new ArrayList<>();
            assertThat(ids(plain().assets(Map.of()).onIssue(issues::add))).containsExactly("rest:A-1", "rest:7");
            assertThat(issues)
                    .extracting(MappingIssue::path)
                    .containsExactlyInAnyOrder(
                            "items[1]/names/long",
                            "items[1]/image/file",
                            "items[1]/image/bytes",
                            "items[1]/brands",
                            "items[1]/changed",
                            "items[2]/itemId",
                            "items[3]");
        }
    }

    @Nested
    class Tokens {
        @Test
        void areRefreshedOnceWhenTheyEnd() {
            VtinfoRest rest = plain();
            rest.read("assets", Map.of());
            rest.read("assets", Map.of());
            assertThat(service.tokenRequests()).isEqualTo(1);
            service.expireTokens();
            rest.read("assets", Map.of());
            assertThat(service.tokenRequests()).isEqualTo(2);
            // An hour long, and another is fetched a minute before its end.
            clock.advance(Duration.ofMinutes(58));
            rest.read("assets", Map.of());
            clock.advance(Duration.ofMinutes(2));
            rest.read("assets", Map.of());
            assertThat(service.tokenRequests()).isEqualTo(3);
            assertThat(service.requests("POST", "/adfs").get(0).form()).containsEntry("resource", "https://vtinfo.com");
        }

        @Test
        void needAPersonWhenTheLoginHasEnded() {
            service.endLogins();
            VtinfoRest rest = plain();
            ConnectorException e = failure(() -> rest.read("assets", Map.of()));
            assertThat(e.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
            assertThat(e).hasMessageContaining("somebody must log in again");
            assertThat(service.requests("GET", "/api")).isEmpty();

            PendingLogin pending = rest.login().begin();
            rest.login().complete(pending, service.personLogsIn(pending.address()));
            assertThat(rest.read("assets", Map.of())).isEqualTo(List.of());
        }

        @Test
        void areForTheResourceThatAdfsWants() {
            OAuthLogin login =
                    open(config("/all", "", JsonPaging.none()).resource(null)).login();
            PendingLogin pending = login.begin();
            assertThat(pending.address().toString()).doesNotContain("resource");
            assertThat(service.personLogsIn(pending.address())).isEqualTo("stays with status 400");
            assertThat(plain().login().begin().address().toString())
                    .contains("/adfs/oauth2/authorize/?response_type=code&")
                    .contains("&resource=https%3A%2F%2Fvtinfo.com&");
        }

        @Test
        void areNotTakenForGoodWhereALoginPageComes() {
            ConnectorException e = failure(() -> plain().read("lost", Map.of()));
            assertThat(e.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
            assertThat(e.error().trace().vendorCode()).isEqualTo("sent_to_login");
        }
    }

    @Test
    void badWeatherIsReportedByItsKind() {
        service.add("A-1", "Ale");
        VtinfoRest rest = plain();
        Map<Fault, ErrorKind> kinds = Map.of(
                Fault.status(403), ErrorKind.FORBIDDEN,
                Fault.status(429), ErrorKind.RATE_LIMITED,
                Fault.htmlPage(502), ErrorKind.UNAVAILABLE,
                Fault.emptyReply(), ErrorKind.UNAVAILABLE,
                Fault.malformedBody(), ErrorKind.UNDECODABLE,
                Fault.nestedBody(2_000), ErrorKind.UNDECODABLE,
                Fault.reply(SandboxResponse.text(200, "text/plain", "")), ErrorKind.UNDECODABLE);
        kinds.forEach((fault, kind) -> {
            // The JDK asks once more by itself where a used connection ends before any answer.
            service.failNext(9, "GET", "/api", fault);
            assertThat(failure(() -> ids(rest.assets(Map.of()))).kind())
                    .as(fault.toString())
                    .isEqualTo(kind);
            service.clearFaults();
        });
        assertThat(ids(rest.assets(Map.of()))).hasSize(1);
    }

    @Test
    void aLongAnswerIsCutOff() {
        service.add("A-1", "Ale");
        VtinfoRest rest = open(config("/all", "", JsonPaging.none()).maxResponseBytes(4_096));
        rest.read("assets", Map.of());
        service.failNext(1, "GET", "/api", Fault.oversizedBody(10_000));
        assertThat(failure(() -> rest.read("assets", Map.of())).kind()).isEqualTo(ErrorKind.UNDECODABLE);
    }

    @Test
    void showsNoSecretInLogsExceptionsTextsAndAddresses() {
        StringWriter shown = new StringWriter();
        PrintWriter out = new PrintWriter(shown);
        String log;
        try (CapturedLog captured = CapturedLog.open()) {
            VtinfoRestConfig config = config("/all", "", JsonPaging.none()).build();
            VtinfoRest rest = open(config("/all", "", JsonPaging.none()));
            out.println(rest + " " + config + " " + config.client() + " " + rest.login());
            service.odd(Map.of("itemId", "A-1"));
            ids(rest.assets(Map.of()));
            failure(() -> rest.asset("none", Map.of())).printStackTrace(out);
            service.endLogins();
            service.expireTokens();
            failure(() -> rest.read("assets", Map.of())).printStackTrace(out);
            service.requests("GET", "/api").forEach(request -> out.println(request.path() + request.rawQuery()));
            log = captured.text();
        }
        assertThat(log).contains("items[0]");
        for (String secret : service.secrets()) {
            assertThat(shown.toString()).doesNotContain(secret);
            assertThat(log).doesNotContain(secret);
        }
    }
}
