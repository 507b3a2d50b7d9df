package dev.contentconnect.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.RawServer;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.testkit.FakeClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AuthStepTest {
    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-21T10:00:00Z"));

    private HttpChannel.Builder channel() {
        return HttpChannel.builder("vendor").retry(RetryPolicy.none()).time(clock);
    }

    private CachedTokenSource credentials(RawServer server) {
        return credentials(server, RetryPolicy.none());
    }

    private CachedTokenSource credentials(RawServer server, RetryPolicy retry) {
        OAuthClient client = new OAuthClient(
                server.uri("/token"), "id", Secret.of("S3cr3t-of-client"), null, OAuthClient.Style.FORM, Map.of());
        return OAuthTokens.clientCredentials(client, channel().retry(retry).build(), clock);
    }

    private static RawServer.Script grant(String token) {
        return RawServer.answer(200, "{\"access_token\":\"" + token + "\",\"expires_in\":3600}");
    }

    private HttpReply call(RawServer system, TokenSource source, HttpCall call) {
        return channel()
                .auth(new AuthStep(source, List.of(system.uri("/"))))
                .build()
                .send(call);
    }

    private HttpCall post(RawServer system) {
        return HttpCall.post("things.create", system.uri("/x")).json(Map.of()).build();
    }

    @Test
    void getsAnotherTokenOnceAfter401AndRepeats() throws IOException {
        try (RawServer tokens = RawServer.of(grant("one"), grant("two"));
                RawServer system = RawServer.of(RawServer.answer(401, ""), RawServer.answer(200, "fine"))) {
            assertThat(call(system, credentials(tokens), post(system)).text()).isEqualTo("fine");
            assertThat(system.requests())
                    .extracting(request -> request.headers().get("Authorization"))
                    .containsExactly("Bearer one", "Bearer two");
        }
    }

    @Test
    void takesTheTokenAlongFromOneConfiguredHostToAnotherAndToNoThird() throws IOException {
        RawServer.Script wanting =
                exchange -> exchange.reply(exchange.request().headers().containsKey("Authorization") ? 200 : 401, "");
        try (RawServer tokens = RawServer.of(grant("one"), grant("two"), grant("three"), grant("four"));
                RawServer second = RawServer.of(wanting);
                RawServer stranger = RawServer.of(RawServer.answer(401, ""));
                RawServer first = RawServer.of(
                        RawServer.answer(302, "", "Location: " + second.uri("/x")),
                        RawServer.answer(302, "", "Location: " + stranger.uri("/x")))) {
            HttpChannel both = channel()
                    .auth(new AuthStep(credentials(tokens), List.of(first.uri("/"), second.uri("/"))))
                    .build();
            HttpCall call = HttpCall.get("things.get", first.uri("/x")).build();
            assertThat(both.send(call).status()).isEqualTo(200);
            ConnectorException e = catchThrowableOfType(ConnectorException.class, () -> both.send(call));
            assertThat(e.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
            assertThat(e)
                    .hasMessageContaining("redirected to http://127.0.0.1:"
                            + stranger.uri("/").getPort() + ", where the credential did not go along");
            assertThat(stranger.requests().get(0).headers()).doesNotContainKey("Authorization");
            assertThat(tokens.requests()).hasSize(1);
        }
    }

    @Test
    void asksADeadTokenEndpointAsOftenAsItsOwnPolicySaysAndNoMore() throws IOException {
        try (RawServer tokens = RawServer.of(RawServer.answer(503, ""));
                RawServer system = RawServer.of(RawServer.answer(200, ""))) {
            RetryPolicy policy = RetryPolicy.standard().jitter(() -> 0.5);
            CachedTokenSource source = credentials(tokens, policy);
            HttpChannel channel = channel()
                    .retry(policy)
                    .auth(new AuthStep(source, List.of(system.uri("/"))))
                    .build();
            HttpCall call = HttpCall.get("things.get", system.uri("/x")).build();
            ConnectorException e = catchThrowableOfType(ConnectorException.class, () -> channel.send(call));
            assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(e).hasMessageContaining("vendor token").hasMessageContaining("3 attempts");
            assertThat(tokens.requests()).hasSize(3);
            assertThat(system.requests()).isEmpty();
        }
    }

    @Test
    void endsUnauthenticatedAfterTheSecond401() throws IOException {
        try (RawServer tokens = RawServer.of(grant("one"), grant("two"));
                RawServer system = RawServer.of(RawServer.answer(401, ""))) {
            CachedTokenSource source = credentials(tokens);
            HttpCall call = post(system);
            ConnectorException e = catchThrowableOfType(ConnectorException.class, () -> call(system, source, call));
            assertThat(e.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
            assertThat(system.requests()).hasSize(2);
            assertThat(tokens.requests()).hasSize(2);
        }
    }

    @Test
    void doesNotRepeatWithTheSameToken() throws IOException {
        try (RawServer system = RawServer.of(RawServer.answer(401, ""))) {
            TokenSource fixed = TokenSource.headers(Map.of("X-Key", Secret.of("k")));
            HttpCall call = post(system);
            assertThat(catchThrowableOfType(ConnectorException.class, () -> call(system, fixed, call)))
                    .isNotNull();
            assertThat(system.requests()).hasSize(1);
        }
    }

    @Test
    void doesNotRepeatABodyThatCanBeReadOnceButHasANewTokenForTheNextCall() throws IOException {
        try (RawServer tokens = RawServer.of(grant("one"), grant("two"));
                RawServer system = RawServer.of(RawServer.answer(401, ""), RawServer.answer(200, ""))) {
            HttpBody once = new HttpBody.Stream("text/plain", 1, false, () -> new ByteArrayInputStream(new byte[1]));
            HttpCall call =
                    HttpCall.put("files.put", system.uri("/x")).body(once).build();
            CachedTokenSource source = credentials(tokens);
            assertThat(catchThrowableOfType(ConnectorException.class, () -> call(system, source, call)))
                    .isNotNull();
            assertThat(system.requests()).hasSize(1);
            call(system, source, call);
            assertThat(system.requests().get(1).headers()).containsEntry("Authorization", "Bearer two");
        }
    }

    @Test
    void givesTheTokenToTrustedHostsOnly() throws IOException {
        try (RawServer system = RawServer.of(RawServer.answer(200, ""));
                RawServer other = RawServer.of(RawServer.answer(200, ""))) {
            TokenSource fixed = TokenSource.basic("ann", Secret.of("pw"));
            call(system, fixed, HttpCall.get("x", system.uri("/x")).build());
            call(system, fixed, HttpCall.get("x", other.uri("/x")).build());
            assertThat(system.requests().get(0).headers()).containsEntry("Authorization", "Basic YW5uOnB3");
            assertThat(other.requests().get(0).headers()).doesNotContainKey("Authorization");
        }
    }

    @Test
    void takesNoWordAboutTheTokenFromAnotherHostAfterARedirect() throws IOException {
        List<Integer> seen = new ArrayList<>();
        try (RawServer tokens = RawServer.of(grant("one"));
                RawServer other = RawServer.of(RawServer.answer(401, "", "Ticket: of-another-host"));
                RawServer system = RawServer.of(
                        RawServer.answer(302, "", "Location: " + other.uri("/f")), RawServer.answer(200, ""))) {
            CachedTokenSource credentials = credentials(tokens);
            TokenSource source = new TokenSource() {
                @Override
                public Token token() {
                    return credentials.token();
                }

                @Override
                public Token replace(Token rejected) {
                    return credentials.replace(rejected);
                }

                @Override
                public void seen(Token used, HttpReply reply) {
                    seen.add(reply.status());
                }
            };
            HttpCall call = HttpCall.get("files.get", system.uri("/x")).build();
            assertThat(catchThrowableOfType(ConnectorException.class, () -> call(system, source, call))
                            .kind())
                    .isEqualTo(ErrorKind.UNAUTHENTICATED);
            assertThat(tokens.requests()).hasSize(1);
            assertThat(seen).isEmpty();
            call(system, source, call);
            assertThat(seen).containsExactly(200);
        }
    }

    @Test
    void refusesAUserNameThatBasicCannotCarry() {
        assertThatIllegalArgumentException().isThrownBy(() -> TokenSource.basic("a:b", Secret.of("pw")));
    }
}
