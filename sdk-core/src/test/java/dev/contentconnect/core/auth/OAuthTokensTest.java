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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OAuthTokensTest {
    private static final Secret SECRET = Secret.of("S3cr3t-of-client");

    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-21T10:00:00Z"));

    private HttpChannel.Builder channel() {
        return HttpChannel.builder("vendor").retry(RetryPolicy.none()).time(clock);
    }

    private OAuthClient client(RawServer server, OAuthClient.Style style) {
        return new OAuthClient(server.uri("/token"), "id:1", SECRET, "read", style, Map.of());
    }

    private CachedTokenSource credentials(RawServer server) {
        return OAuthTokens.clientCredentials(
                client(server, OAuthClient.Style.FORM), channel().build(), clock);
    }

    private static RawServer.Script grant(String token) {
        return RawServer.answer(200, "{\"access_token\":\"" + token + "\",\"expires_in\":3600,\"extra\":1}");
    }

    private static String authorization(Token token) {
        return token.headers().get("Authorization").reveal();
    }

    @Nested
    class Requests {
        @Test
        void areFormsByDefault() throws IOException {
            try (RawServer server = RawServer.of(grant("t"))) {
                Token token = credentials(server).token();
                assertThat(authorization(token)).isEqualTo("Bearer t");
                assertThat(token.expiresAt()).isEqualTo(clock.now().plusSeconds(3_600));
                assertThat(server.requests().get(0).body().split("&"))
                        .containsExactlyInAnyOrder(
                                "grant_type=client_credentials",
                                "client_id=id%3A1",
                                "client_secret=S3cr3t-of-client",
                                "scope=read");
            }
        }

        @Test
        void carryAnEncodedPairWithBasic() throws IOException {
            try (RawServer server = RawServer.of(grant("t"))) {
                OAuthTokens.clientCredentials(
                                client(server, OAuthClient.Style.FORM_WITH_BASIC),
                                channel().build(),
                                clock)
                        .token();
                RawServer.Request request = server.requests().get(0);
                String basic = request.headers().get("Authorization").substring("Basic ".length());
                assertThat(new String(Base64.getDecoder().decode(basic), java.nio.charset.StandardCharsets.UTF_8))
                        .isEqualTo("id%3A1:S3cr3t-of-client");
                assertThat(request.body()).doesNotContain("client_id", "client_secret");
            }
        }

        @Test
        void areJsonWhereTheSystemWantsIt() throws IOException {
            try (RawServer server = RawServer.of(grant("t"))) {
                OAuthTokens.clientCredentials(
                                client(server, OAuthClient.Style.JSON),
                                channel().build(),
                                clock)
                        .token();
                assertThat(server.requests().get(0).headers()).containsEntry("Content-Type", "application/json");
                assertThat(server.requests().get(0).body())
                        .contains("\"client_secret\":\"S3cr3t-of-client\"", "\"scope\":\"read\"");
            }
        }

        @Test
        void carryUserAndPassword() throws IOException {
            try (RawServer server = RawServer.of(grant("t"))) {
                OAuthTokens.password(
                                client(server, OAuthClient.Style.FORM),
                                "ann",
                                Secret.of("p&w"),
                                channel().build(),
                                clock)
                        .token();
                assertThat(server.requests().get(0).body()).contains("username=ann", "password=p%26w");
            }
        }
    }

    @Nested
    class Refusals {
        private ConnectorException refusal(RawServer.Script script) throws IOException {
            try (RawServer server = RawServer.of(script)) {
                ConnectorException e = catchThrowableOfType(
                        ConnectorException.class, () -> credentials(server).token());
                assertThat(e).hasMessageContaining("token");
                assertThat(e.getMessage()).doesNotContain("S3cr3t");
                return e;
            }
        }

        @Test
        void areUnauthenticatedWithTheSystemsCode() throws IOException {
            ConnectorException e = refusal(RawServer.answer(
                    400, "{\"error\":\"invalid_client\",\"error_description\":\"unknown client S3cr3t-of-client\"}"));
            assertThat(e.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
            assertThat(e.error().trace().vendorCode()).isEqualTo("invalid_client");
            assertThat(e).hasMessageContaining("unknown client");
            assertThat(refusal(RawServer.answer(401, "{\"error\":\"S3cr3t-of-client is wrong\"}"))
                            .error()
                            .trace()
                            .vendorCode())
                    .isEqualTo("*** is wrong");
        }

        @Test
        void areSeenBehindAFriendlyStatus() throws IOException {
            assertThat(refusal(RawServer.answer(200, "{\"success\":false,\"error_msg\":\"locked\"}")))
                    .hasMessageContaining("locked")
                    .extracting(ConnectorException::kind)
                    .isEqualTo(ErrorKind.UNAUTHENTICATED);
            assertThat(refusal(RawServer.answer(200, "{}")).kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
            assertThat(refusal(RawServer.answer(401, "<html>no</html>")).kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
        }

        @Test
        void areToldFromOutages() throws IOException {
            assertThat(refusal(RawServer.answer(503, "")).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(refusal(RawServer.answer(429, "")).kind()).isEqualTo(ErrorKind.RATE_LIMITED);
            assertThat(refusal(RawServer.answer(200, "<html>hello</html>")).kind())
                    .isEqualTo(ErrorKind.UNDECODABLE);
        }

        @Test
        void includeATokenWithALineBreak() throws IOException {
            ConnectorException e = refusal(grant("S3cr3t\\nX-Evil: 1"));
            assertThat(e.kind()).isEqualTo(ErrorKind.UNDECODABLE);
        }
    }

    @Nested
    class Refreshing {
        private final TokenStore store = TokenStore.inMemory(Secret.of("refresh-1"));

        private CachedTokenSource source(RawServer server) {
            return OAuthTokens.refreshing(
                    client(server, OAuthClient.Style.FORM), store, channel().build(), clock);
        }

        @Test
        void storesANewRefreshTokenBeforeTheAccessTokenIsUsed() throws IOException {
            try (RawServer server =
                    RawServer.of(RawServer.answer(200, "{\"access_token\":\"a\",\"refresh_token\":\"refresh-2\"}"))) {
                assertThat(authorization(source(server).token())).isEqualTo("Bearer a");
                assertThat(server.requests().get(0).body()).contains("refresh_token=refresh-1");
                assertThat(store.load()).contains(Secret.of("refresh-2"));
            }
        }

        @Test
        void doesNotUseAnAccessTokenWhoseRefreshTokenCouldNotBeStored() throws IOException {
            TokenStore broken = new TokenStore() {
                @Override
                public Optional<Secret> load() {
                    return Optional.of(Secret.of("refresh-1"));
                }

                @Override
                public void save(Secret refreshToken) {
                    throw new IllegalStateException("disk full");
                }

                @Override
                public void clear() {}
            };
            try (RawServer server =
                    RawServer.of(RawServer.answer(200, "{\"access_token\":\"a\",\"refresh_token\":\"refresh-2\"}"))) {
                CachedTokenSource source = OAuthTokens.refreshing(
                        client(server, OAuthClient.Style.FORM),
                        broken,
                        channel().build(),
                        clock);
                assertThat(catchThrowableOfType(IllegalStateException.class, source::token))
                        .hasMessage("disk full");
            }
        }

        @Test
        void keepsTheOldRefreshTokenWhenNoneComes() throws IOException {
            try (RawServer server = RawServer.of(grant("a"))) {
                source(server).token();
                assertThat(store.load()).contains(Secret.of("refresh-1"));
            }
        }

        @Test
        void forgetsADeadRefreshToken() throws IOException {
            try (RawServer server = RawServer.of(RawServer.answer(400, "{\"error\":\"invalid_grant\"}"))) {
                CachedTokenSource source = source(server);
                assertThat(catchThrowableOfType(ConnectorException.class, source::token)
                                .kind())
                        .isEqualTo(ErrorKind.UNAUTHENTICATED);
                assertThat(store.load()).isEmpty();
                assertThat(catchThrowableOfType(ConnectorException.class, source::token))
                        .hasMessageContaining("log in");
                assertThat(server.requests()).hasSize(1);
            }
        }

        @Test
        void keepsARefreshTokenThatAnotherProcessStoredMeanwhile() throws IOException {
            try (RawServer server = RawServer.of(exchange -> {
                store.save(Secret.of("refresh-of-another"));
                exchange.reply(400, "{\"error\":\"invalid_grant\"}");
            })) {
                CachedTokenSource source = source(server);
                assertThat(catchThrowableOfType(ConnectorException.class, source::token))
                        .isNotNull();
                assertThat(store.load()).contains(Secret.of("refresh-of-another"));
            }
        }

        @Test
        void keepsTheRefreshTokenOverOtherFailures() throws IOException {
            try (RawServer server = RawServer.of(RawServer.answer(400, "{\"error\":\"invalid_scope\"}"))) {
                CachedTokenSource source = source(server);
                assertThat(catchThrowableOfType(ConnectorException.class, source::token))
                        .isNotNull();
                assertThat(store.load()).contains(Secret.of("refresh-1"));
            }
        }
    }

    @Nested
    class Step {
        private HttpReply call(RawServer system, TokenSource source, HttpCall call) {
            return channel()
                    .auth(new AuthStep(source, List.of(system.uri("/"))))
                    .build()
                    .send(call);
        }

        private HttpCall post(RawServer system) {
            return HttpCall.post("things.create", system.uri("/x"))
                    .json(Map.of())
                    .build();
        }

        @Test
        void getsAnotherTokenOnceAfter401AndRepeats() throws IOException {
            try (RawServer tokens = RawServer.of(grant("one"), grant("two"));
                    RawServer system = RawServer.of(RawServer.answer(401, ""), RawServer.answer(200, "fine"))) {
                assertThat(call(system, credentials(tokens), post(system)).text())
                        .isEqualTo("fine");
                assertThat(system.requests())
                        .extracting(request -> request.headers().get("Authorization"))
                        .containsExactly("Bearer one", "Bearer two");
            }
        }

        @Test
        void asksADeadTokenEndpointAsOftenAsItsOwnPolicySaysAndNoMore() throws IOException {
            try (RawServer tokens = RawServer.of(RawServer.answer(503, ""));
                    RawServer system = RawServer.of(RawServer.answer(200, ""))) {
                RetryPolicy policy = RetryPolicy.standard().jitter(() -> 0.5);
                CachedTokenSource source = OAuthTokens.clientCredentials(
                        client(tokens, OAuthClient.Style.FORM),
                        channel().retry(policy).build(),
                        clock);
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
                HttpBody once =
                        new HttpBody.Stream("text/plain", 1, false, () -> new ByteArrayInputStream(new byte[1]));
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
}
