package dev.contentconnect.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.RawServer;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.testkit.FakeClock;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
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
        void usesARefreshTokenThatAnotherProcessStoredMeanwhile() throws IOException {
            RawServer.Script overtaken = exchange -> {
                store.save(Secret.of("refresh-of-another"));
                exchange.reply(400, "{\"error\":\"invalid_grant\"}");
            };
            try (RawServer server = RawServer.of(overtaken, grant("a"))) {
                assertThat(authorization(source(server).token())).isEqualTo("Bearer a");
                assertThat(server.requests().get(1).body()).contains("refresh_token=refresh-of-another");
                assertThat(store.load()).contains(Secret.of("refresh-of-another"));
            }
        }

        @Test
        void givesUpWhereEachRefreshTokenIsDead() throws IOException {
            int[] stored = {0};
            try (RawServer server = RawServer.of(exchange -> {
                store.save(Secret.of("refresh-of-another-" + stored[0]++));
                exchange.reply(400, "{\"error\":\"invalid_grant\"}");
            })) {
                CachedTokenSource source = source(server);
                assertThat(catchThrowableOfType(ConnectorException.class, source::token))
                        .hasMessageContaining("log in again");
                assertThat(server.requests()).hasSize(3);
                assertThat(store.load()).contains(Secret.of("refresh-of-another-2"));
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
}
