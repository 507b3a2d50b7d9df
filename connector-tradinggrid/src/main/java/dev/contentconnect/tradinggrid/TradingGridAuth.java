package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.TradingGridConnector.REFUSED;
import static dev.contentconnect.tradinggrid.TradingGridConnector.SYSTEM;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.auth.CachedTokenSource;
import dev.contentconnect.core.auth.OAuthClient;
import dev.contentconnect.core.auth.OAuthTokens;
import dev.contentconnect.core.auth.Token;
import dev.contentconnect.core.auth.TokenSource;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.time.TimeSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The three ways to a token: the gateway's, Cartographer's own of older releases, and that of OpenText Messaging. */
record TradingGridAuth(TradingGridConfig config, HttpChannel tokens) {
    private static final Duration EARLY = Duration.ofSeconds(60);
    private static final long MOST_SECONDS = Duration.ofDays(366).toSeconds();

    private record Answer(
            @JsonProperty("access_token") @Nullable String token,
            @JsonProperty("expires_in") @Nullable Object expiresIn) {}

    private record LegacyAnswer(
            @Nullable String accessToken, @Nullable Object expiresInSec) {}

    /** The token of the gateway; the grant travels in the query string, and the body is empty. */
    TokenSource gateway(boolean bearer) {
        String pair = config.consumerKey() + ":" + config.consumerSecret().reveal();
        Secret basic = Secret.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        URI uri = TradingGridHttp.uri(config.options().endpoint(), "v1", "oauth2", "tokens")
                .query("grant_type", "client_credentials")
                .build();
        return cached(() -> {
            HttpCall.Builder call =
                    HttpCall.of("token", "POST", uri, Effect.IDEMPOTENT).credential("Authorization", basic);
            Answer answer = ask(call, Answer.class);
            return token(answer.token(), answer.expiresIn(), bearer);
        });
    }

    TokenSource cartographer() {
        TradingGridConfig.Cartographer maps = config.cartographer();
        if (maps.login() == TradingGridConfig.Login.GATEWAY) {
            return gateway(maps.bearer());
        }
        URI uri = TradingGridHttp.uri(maps.endpoint(), "cartographer", "v1", "auth")
                .build();
        return cached(() -> {
            HttpCall.Builder call = HttpCall.of("token", "POST", uri, Effect.IDEMPOTENT)
                    .credential("Username", Secret.of(config.consumerKey()))
                    .credential("Password", config.consumerSecret());
            LegacyAnswer answer = ask(call, LegacyAnswer.class);
            return token(answer.accessToken(), answer.expiresInSec(), maps.bearer());
        });
    }

    TokenSource messaging(TradingGridConfig.Messaging messaging) {
        URI endpoint = messaging.tokenEndpoint();
        if (endpoint == null) {
            return TokenSource.basic(messaging.user(), messaging.password());
        }
        OAuthClient client = new OAuthClient(
                endpoint, messaging.user(), messaging.password(), null, OAuthClient.Style.FORM_WITH_BASIC, Map.of());
        return OAuthTokens.clientCredentials(client, tokens, config.options().time());
    }

    private interface Fetch {
        Token token();
    }

    private TokenSource cached(Fetch fetch) {
        return new CachedTokenSource(
                SYSTEM, stale -> fetch.token(), EARLY, config.options().time());
    }

    private <T> T ask(HttpCall.Builder call, Class<T> type) {
        try {
            return tokens.read(TradingGridHttp.json(call), type);
        } catch (ConnectorException e) {
            throw TokenSource.refused(e);
        }
    }

    private Token token(@Nullable String value, @Nullable Object seconds, boolean bearer) {
        if (value == null || value.isBlank() || !value.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw REFUSED.undecodable("token", "no token in the answer");
        }
        TimeSource time = config.options().time();
        Secret header = Secret.of(bearer ? "Bearer " + value : value);
        return new Token(Map.of("Authorization", header), time.now().plus(life(seconds)));
    }

    /** The gateway sends seconds as a text, as a number, or not at all. */
    private Duration life(@Nullable Object seconds) {
        try {
            long given =
                    seconds == null ? 0 : Long.parseLong(String.valueOf(seconds).strip());
            return given > 0 ? Duration.ofSeconds(Math.min(given, MOST_SECONDS)) : config.tokenLife();
        } catch (NumberFormatException odd) {
            return config.tokenLife();
        }
    }
}
