package dev.contentconnect.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.testkit.CapturedLog;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.LoginSandbox;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class OAuthLoginTest {
    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final LoginSandbox system = new LoginSandbox("/login/", "/token");
    private final TokenStore store = TokenStore.inMemory(null);

    @AfterEach
    void stop() {
        system.close();
    }

    private OAuthClient client() {
        return new OAuthClient(
                URI.create(system.endpoint() + "/token"),
                LoginSandbox.CLIENT_ID,
                Secret.of(LoginSandbox.CLIENT_SECRET),
                "email items.read",
                OAuthClient.Style.FORM,
                Map.of("resource", "https://items.example"));
    }

    private HttpChannel channel() {
        return HttpChannel.builder("vendor")
                .retry(RetryPolicy.none())
                .time(clock)
                .build();
    }

    private AuthorizationRequest page(boolean pkce) {
        return new AuthorizationRequest(
                URI.create(system.endpoint() + "/login/?realm=a%20b"),
                LoginSandbox.REDIRECT_URI,
                pkce,
                Map.of("resource", "https://items.example"));
    }

    private OAuthLogin login(boolean pkce) {
        return new OAuthLogin(client(), page(pkce), store, channel(), clock);
    }

    private ConnectorException refusal(PendingLogin pending, String returned) {
        ConnectorException e =
                catchThrowableOfType(ConnectorException.class, () -> login(true).complete(pending, returned));
        assertThat(e.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(store.load()).isEmpty();
        return e;
    }

    @Nested
    class Address {
        @Test
        void holdsWhatTheSystemWants() {
            PendingLogin pending = login(true).begin();
            Map<String, String> query = RedirectAnswer.read(pending.address().toString());
            assertThat(query)
                    .containsEntry("realm", "a b")
                    .containsEntry("response_type", "code")
                    .containsEntry("client_id", LoginSandbox.CLIENT_ID)
                    .containsEntry("redirect_uri", LoginSandbox.REDIRECT_URI)
                    .containsEntry("scope", "email items.read")
                    .containsEntry("resource", "https://items.example")
                    .containsEntry("state", pending.state().reveal())
                    .containsEntry(
                            "code_challenge",
                            OAuthLogin.challenge(pending.verifier().reveal()))
                    .containsEntry("code_challenge_method", "S256");
            assertThat(pending.address().getRawPath()).isEqualTo("/login/");
            assertThat(pending.address().toString())
                    .doesNotContain(LoginSandbox.CLIENT_SECRET)
                    .doesNotContain(pending.verifier().reveal())
                    .doesNotContain("+");
        }

        @Test
        void holdsNoChallengeWherePkceIsOff() {
            PendingLogin pending = login(false).begin();
            assertThat(pending.verifier()).isNull();
            assertThat(pending.address().toString()).doesNotContain("code_challenge");
        }

        @Test
        void isAnotherForEachLogin() {
            OAuthLogin login = login(true);
            PendingLogin one = login.begin();
            PendingLogin other = login.begin();
            assertThat(one.state()).isNotEqualTo(other.state());
            assertThat(one.verifier()).isNotEqualTo(other.verifier());
            // RFC 7636 section 4.1: 43 to 128 characters.
            assertThat(one.verifier().reveal()).hasSize(43);
        }

        @Test
        void hasTheChallengeOfTheStandardsExample() {
            assertThat(OAuthLogin.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
                    .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        }

        @ParameterizedTest
        @ValueSource(strings = {"state", "client_id", "redirect_uri", "scope", "code_challenge", "client_secret"})
        void takesNoParameterThatIsOurs(String name) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AuthorizationRequest(
                            URI.create("https://login.example/"), "https://app.example/", true, Map.of(name, "x")))
                    .withMessageContaining(name);
        }

        @Test
        void keepsTheOrderOfFurtherParameters() {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("zeta", "1");
            parameters.put("alpha", "2");
            AuthorizationRequest page =
                    new AuthorizationRequest(URI.create("https://login.example"), "urn:app:back", false, parameters);
            OAuthLogin login = new OAuthLogin(client(), page, store, channel(), clock);
            assertThat(login.begin().address().toString())
                    .startsWith("https://login.example/?response_type=code&")
                    .contains("&redirect_uri=urn%3Aapp%3Aback&")
                    .contains("&zeta=1&alpha=2&state=");
        }
    }

    @Nested
    class Completing {
        @Test
        void leavesARefreshTokenThatMakesTokens() {
            OAuthLogin login = login(true);
            PendingLogin pending = login.begin();
            login.complete(pending, system.personLogsIn(pending.address()));
            assertThat(store.load()).isPresent();
            String form = system.requests("POST", "/token").get(0).text();
            assertThat(form)
                    .contains("grant_type=authorization_code", "resource=https%3A%2F%2Fitems.example")
                    .doesNotContain("scope=");

            Token token =
                    OAuthTokens.refreshing(client(), store, channel(), clock).token();
            assertThat(system.tokens())
                    .contains(token.headers().get("Authorization").reveal().substring("Bearer ".length()));
        }

        @Test
        void worksWithoutPkce() {
            OAuthLogin login = login(false);
            PendingLogin pending = login.begin();
            login.complete(pending, system.personLogsIn(pending.address()));
            assertThat(store.load()).isPresent();
        }

        @Test
        void takesTheQueryAlone() {
            PendingLogin pending = login(true).begin();
            String back = system.personLogsIn(pending.address());
            login(true).complete(pending, back.substring(back.indexOf('?') + 1) + "#_=_");
            assertThat(store.load()).isPresent();
        }

        @Test
        void takesACodeThatAPersonCopied() {
            PendingLogin pending = login(true).begin();
            String code =
                    RedirectAnswer.read(system.personLogsIn(pending.address())).get("code");
            login(true).completeWithCode(pending, Secret.of(" " + code + " "));
            assertThat(store.load()).isPresent();
        }

        @Test
        void refusesTheStateOfAnotherLogin() {
            PendingLogin other = login(true).begin();
            String back = system.personLogsIn(other.address());
            ConnectorException e = refusal(login(true).begin(), back);
            assertThat(e.error().trace().vendorCode()).isEqualTo("state_mismatch");
            assertThat(system.tokenRequests()).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "?", "code=c", "code=c&state=", "code=c&state", "https://app.example/"})
        void refusesAnAnswerWithoutState(String returned) {
            assertThat(refusal(login(true).begin(), returned).error().trace().vendorCode())
                    .isEqualTo("state_mismatch");
        }

        @Test
        void refusesAnswersThatAreNone() {
            PendingLogin pending = login(true).begin();
            String state = "state=" + pending.state().reveal();
            assertThat(refusal(pending, "?" + state)).hasMessageContaining("no code");
            assertThat(refusal(pending, "?" + state + "&code=")).hasMessageContaining("no code");
            assertThat(refusal(pending, "?" + state + "&code=a&code=b")).hasMessageContaining("once");
            assertThat(refusal(pending, "?" + state + "&" + state + "&code=a")).hasMessageContaining("once");
            assertThat(refusal(pending, "?" + state + "&code=%zz")).hasMessageContaining("once");
            assertThat(refusal(pending, "?" + state + "&code=a%0d%0ab")).hasMessageContaining("control character");
            assertThat(refusal(pending, "?" + state + "&code=" + "a".repeat(20_000)))
                    .hasMessageContaining("once");
            assertThat(system.tokenRequests()).isZero();
        }

        @Test
        void saysThatThePersonRefused() {
            system.refuse();
            PendingLogin pending = login(true).begin();
            ConnectorException e = refusal(pending, system.personLogsIn(pending.address()));
            assertThat(e.error().trace().vendorCode()).isEqualTo("access_denied");
            assertThat(e).hasMessageContaining("The person said no");
        }

        @Test
        void believesNoErrorWithAStateThatIsNotOurs() {
            ConnectorException e = refusal(login(true).begin(), "?error=evil&error_description=words&state=x");
            assertThat(e.getMessage()).doesNotContain("evil", "words");
        }

        @Test
        void refusesWhoCameTooLate() {
            PendingLogin pending = login(true).begin();
            String back = system.personLogsIn(pending.address());
            clock.advance(Duration.ofMinutes(15));
            assertThat(refusal(pending, back).error().trace().vendorCode()).isEqualTo("login_expired");
            assertThat(system.tokenRequests()).isZero();
        }

        @Test
        void refusesACodeThatWasUsed() {
            PendingLogin pending = login(true).begin();
            String back = system.personLogsIn(pending.address());
            login(true).complete(pending, back);
            store.clear();
            assertThat(refusal(pending, back).error().trace().vendorCode()).isEqualTo("invalid_grant");
        }

        @Test
        void refusesTheCodeOfAnotherVerifier() {
            PendingLogin pending = login(true).begin();
            String back = system.personLogsIn(pending.address());
            PendingLogin stolen = new PendingLogin(
                    pending.address(), pending.state(), login(true).begin().verifier(), pending.expiresAt());
            assertThat(refusal(stolen, back).error().trace().vendorCode()).isEqualTo("invalid_grant");
        }

        @Test
        void saysThatNoRefreshTokenCame() {
            system.giveNoRefreshToken();
            PendingLogin pending = login(true).begin();
            assertThat(refusal(pending, system.personLogsIn(pending.address()))).hasMessageContaining("refresh token");
        }

        @Test
        void tellsAnOutageFromARefusal() {
            PendingLogin pending = login(true).begin();
            String back = system.personLogsIn(pending.address());
            system.failNext(1, "POST", "/token", Fault.htmlPage(503));
            assertThat(catchThrowableOfType(
                                    ConnectorException.class, () -> login(true).complete(pending, back))
                            .kind())
                    .isEqualTo(ErrorKind.UNAVAILABLE);
            login(true).complete(pending, back);
            assertThat(store.load()).isPresent();
        }
    }

    @Test
    void showsNoSecretInLogsExceptionsAndTexts() {
        StringWriter shown = new StringWriter();
        PrintWriter out = new PrintWriter(shown);
        String log;
        try (CapturedLog captured = CapturedLog.open()) {
            OAuthLogin login = login(true);
            PendingLogin pending = login.begin();
            out.println(pending + " " + client() + " " + page(true) + " " + store + " " + login);
            String back = system.personLogsIn(pending.address());
            login.complete(pending, back);
            CachedTokenSource source = OAuthTokens.refreshing(client(), store, channel(), clock);
            out.println(source.token() + " " + source);
            // The system repeats the code and the refresh token in its refusals.
            catchThrowableOfType(ConnectorException.class, () -> login.complete(pending, back))
                    .printStackTrace(out);
            system.endLogins();
            source.forget();
            catchThrowableOfType(ConnectorException.class, source::token).printStackTrace(out);
            out.println(pending.state() + " " + pending.verifier());
            log = captured.text();
        }
        assertThat(shown.toString()).contains("invalid_grant");
        assertThat(system.secrets()).hasSizeGreaterThan(5);
        for (String secret : system.secrets()) {
            assertThat(shown.toString()).doesNotContain(secret);
            assertThat(log).doesNotContain(secret);
        }
    }
}
