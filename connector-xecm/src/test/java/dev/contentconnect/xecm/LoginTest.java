package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways in, and tickets that slide. */
class LoginTest {
    private static final String API = "/cs/cs/api";
    private static final String AUTH = API + "/v1/auth";

    private final FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
    private final XecmSandbox sandbox = new XecmSandbox(clock);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private XecmClient client(XecmConfigBuilder builder) {
        return XecmClient.create(builder.time(clock).build());
    }

    private static void read(XecmClient client) {
        assertThat(client.nodes().get(XecmSandbox.FOLDER).name()).isEqualTo("Assets");
    }

    private XecmConfigBuilder directory(XecmConfig.Way way) {
        return Server.bare(sandbox).login(way).otdsEndpoint(sandbox.directory());
    }

    @Test
    void staysLoggedInAsLongAsItIsBusy() {
        try (XecmClient client = client(Server.bare(sandbox))) {
            for (int i = 0; i < 12; i++) {
                read(client);
                clock.advance(Duration.ofMinutes(20));
            }
        }
        assertThat(sandbox.requests("POST", AUTH)).as("four hours of work").hasSize(1);
    }

    @Test
    void usesTheNewestTicketEachTime() {
        try (XecmClient client = client(Server.bare(sandbox))) {
            read(client);
            read(client);
            read(client);
        }
        assertThat(sandbox.requests("GET", API + "/v2/nodes").stream()
                        .map(one -> one.header("OTCSTicket").orElse(""))
                        .toList())
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void logsInAgainBeforeATicketEndsThatDoesNotSlide() {
        sandbox.stopSliding();
        try (XecmClient client = client(Server.bare(sandbox))) {
            read(client);
            clock.advance(Duration.ofMinutes(28));
            read(client);
        }
        assertThat(sandbox.requests("POST", AUTH)).hasSize(2);
        assertThat(sandbox.requests("GET", API + "/v2/nodes"))
                .as("none was turned away")
                .hasSize(2);
    }

    @Test
    void logsInAgainAfterAPauseAndSendsTheCallOnce() {
        try (XecmClient client = client(Server.bare(sandbox))) {
            read(client);
            sandbox.expireTokens();
            read(client);
        }
        assertThat(sandbox.requests("POST", AUTH)).hasSize(2);
    }

    @Test
    void repeatsAWriteThatWasTurnedAwayForItsTicket() {
        try (XecmClient client = client(Server.bare(sandbox))) {
            read(client);
            sandbox.expireTokens();
            client.nodes().create(Map.of("type", 0, "parent_id", XecmSandbox.FOLDER, "name", "New"));
        }
        assertThat(sandbox.names(XecmSandbox.FOLDER)).containsExactly("New");
    }

    @Test
    void tradesTheTicketOfTheDirectoryServer() {
        for (XecmConfig.OtdsApi api : XecmConfig.OtdsApi.values()) {
            try (XecmClient client = client(directory(XecmConfig.Way.OTDS).otdsApi(api))) {
                read(client);
                read(client);
            }
        }
        List<SandboxRequest> exchanges = sandbox.requests("GET", AUTH);
        assertThat(exchanges).hasSize(2);
        assertThat(exchanges.get(0).header("OTDSTicket"))
                .hasValueSatisfying(ticket -> assertThat(ticket)
                        .as("sent as it came")
                        .startsWith("*OTDSSSO*")
                        .endsWith("*"));
        assertThat(sandbox.requests("GET", API + "/v2/nodes"))
                .allSatisfy(one -> assertThat(one.header("OTDSTicket"))
                        .as("good for one use")
                        .isEmpty());
    }

    @Test
    void saysWhyTheDirectoryServerRefusesAlthoughItAnswersWell() {
        try (XecmClient client = client(directory(XecmConfig.Way.OTDS).password(Secret.of("wrong-one-2031")))) {
            ConnectorException failure = catchThrowableOfType(ConnectorException.class, () -> read(client));
            assertThat(failure.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
            assertThat(failure)
                    .hasMessageContaining("INVALID_CREDENTIALS")
                    .message()
                    .doesNotContain("wrong-one");
        }
    }

    private XecmConfigBuilder oauth(XecmConfig.Way way) {
        return directory(way).clientId(XecmSandbox.CLIENT_ID).clientSecret(Secret.of(XecmSandbox.CLIENT_SECRET));
    }

    @Test
    void tradesABearerTokenForATicketThatSlides() {
        try (XecmClient client = client(oauth(XecmConfig.Way.OAUTH_CLIENT))) {
            for (int i = 0; i < 6; i++) {
                read(client);
                clock.advance(Duration.ofMinutes(25));
            }
        }
        assertThat(sandbox.requests("POST", "/otdsws/oauth2/token")).hasSize(1);
        assertThat(sandbox.requests("GET", AUTH)).hasSize(1);
    }

    @Test
    void sendsABearerTokenItselfWhenToldTo() {
        try (XecmClient client = client(oauth(XecmConfig.Way.OAUTH_PASSWORD).exchange(false))) {
            read(client);
            clock.advance(Duration.ofMinutes(59).plusSeconds(30));
            read(client);
        }
        assertThat(sandbox.requests("POST", "/otdsws/oauth2/token"))
                .as("a minute before its end")
                .hasSize(2);
        assertThat(sandbox.requests("GET", API + "/v2/nodes"))
                .allSatisfy(one -> assertThat(one.bearer()).isPresent());
    }

    @Test
    void sendsUserAndPasswordWhereTheServerAllowsIt() {
        try (XecmClient client = client(Server.bare(sandbox).login(XecmConfig.Way.BASIC))) {
            read(client);
        }
        assertThat(sandbox.requests("*", AUTH)).isEmpty();
    }

    @Test
    void returnsTheCookieOfTheLoadBalancerAndNoTicketAsOne() {
        sandbox.stickBy("ROUTE=node-2; Path=/; HttpOnly");
        try (XecmClient client = client(Server.bare(sandbox))) {
            read(client);
            sandbox.stickBy("LLCookie=hidden%2Fticket; Path=/");
            read(client);
            read(client);
        }
        assertThat(sandbox.requests("GET", API + "/v2/nodes"))
                .allSatisfy(one -> assertThat(one.header("Cookie")).hasValue("ROUTE=node-2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"ticket\":\"Hidden-Ticket\",}  | UNDECODABLE | 1",
                "{\"ticket\":\"Hidden-Ticket\"]   | UNDECODABLE | 1",
                "Hidden-Ticket                  | UNDECODABLE | 1",
                "{\"ticket\":\"Hidden-Ticket     | UNAVAILABLE | 3"
            })
    void keepsTheTicketOutOfTheMessageWhenALoginCannotBeRead(String answer, ErrorKind kind, int attempts) {
        sandbox.failNext(9, "POST", AUTH, Fault.reply(SandboxResponse.text(200, "application/json", answer)));
        try (XecmClient client = client(Server.bare(sandbox))) {
            ConnectorException failure = catchThrowableOfType(ConnectorException.class, () -> read(client));
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure).message().isNotBlank().doesNotContain("Hidden-Ticket");
            assertThat(stackTrace(failure)).doesNotContain("Hidden-Ticket");
            assertThat(sandbox.requests("POST", AUTH)).hasSize(attempts);
        }
    }

    /** With what was suppressed, and with causes. */
    private static String stackTrace(Throwable failure) {
        StringWriter out = new StringWriter();
        failure.printStackTrace(new PrintWriter(out));
        return out.toString();
    }

    @Test
    void takesTheAddressWithAndWithoutApi() {
        XecmConfigBuilder with = Server.bare(sandbox).endpoint(java.net.URI.create(sandbox.address() + "/api/"));
        try (XecmClient client = client(with)) {
            read(client);
        }
    }
}
