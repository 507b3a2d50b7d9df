package dev.contentconnect.iconik;

import static dev.contentconnect.iconik.IconikConnector.REFUSED;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.auth.AuthStep;
import dev.contentconnect.core.auth.CachedTokenSource;
import dev.contentconnect.core.auth.Token;
import dev.contentconnect.core.auth.TokenSource;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.core.time.Timestamps;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sends {@code App-ID} and a token: the one of the configuration, or short-lived ones by OAuth client credentials. */
final class IconikAuth {
    private static final Duration EARLY = Duration.ofSeconds(60);

    /** Without a word about its end a token is asked for anew after this time. */
    private static final Duration UNSTATED_LIFE = Duration.ofMinutes(5);

    private IconikAuth() {}

    static HttpStep step(IconikConfig config, HttpChannel tokens) {
        return new AuthStep(source(config, tokens), List.of(config.options().endpoint()));
    }

    private static TokenSource source(IconikConfig config, HttpChannel tokens) {
        Secret fixed = config.authToken();
        if (fixed != null) {
            return TokenSource.headers(headers(config, fixed));
        }
        Secret secret = Objects.requireNonNull(config.clientSecret());
        return new CachedTokenSource(
                IconikConnector.SYSTEM,
                stale -> ask(config, secret, tokens),
                EARLY,
                config.options().time());
    }

    private static Map<String, Secret> headers(IconikConfig config, Secret token) {
        Map<String, Secret> out = new LinkedHashMap<>();
        out.put("App-ID", Secret.of(config.appId()));
        if (config.tokenHeader() == IconikConfig.TokenHeader.BEARER) {
            out.put("Authorization", Secret.of("Bearer " + token.reveal()));
        } else {
            out.put("Auth-Token", token);
        }
        return out;
    }

    /** The document has {@code token} and {@code expires}, the standard the others: both are taken. */
    private record Answer(
            @Nullable String token,
            @JsonProperty("access_token") @Nullable String accessToken,
            @Nullable String expires,
            @JsonProperty("expires_in") @Nullable Long expiresIn) {}

    private static Token ask(IconikConfig config, Secret secret, HttpChannel tokens) {
        URI uri = IconikHttp.base(config, "auth", "oauth", "token").build();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", config.appId());
        form.put("client_secret", secret.reveal());
        if (config.scope() != null) {
            form.put("scope", config.scope());
        }
        HttpCall call = HttpCall.of("token", "POST", uri, Effect.IDEMPOTENT)
                .header("Accept", "application/json")
                .body(HttpBody.form(form))
                .secret(secret)
                .build();
        Answer answer;
        try {
            answer = tokens.read(call, Answer.class);
        } catch (ConnectorException e) {
            // A wrong client is answered with 400 by some and with 401 by others.
            boolean refused = e.kind() == ErrorKind.REJECTED || e.kind() == ErrorKind.FORBIDDEN;
            throw refused
                    ? new ConnectorException(
                            new ConnectorError.Unauthenticated(e.error().trace()), e)
                    : e;
        }
        String value = answer.accessToken() != null ? answer.accessToken() : answer.token();
        if (value == null || value.isBlank()) {
            throw REFUSED.undecodable("token", "no token in the answer");
        }
        return new Token(
                headers(config, Secret.of(value)), end(answer, config.options().time()));
    }

    private static Instant end(Answer answer, TimeSource time) {
        Instant now = time.now();
        if (answer.expiresIn() != null && answer.expiresIn() > 0) {
            return now.plusSeconds(
                    Math.min(answer.expiresIn(), Duration.ofDays(366).toSeconds()));
        }
        return Objects.requireNonNullElse(Timestamps.read(answer.expires()), now.plus(UNSTATED_LIFE));
    }
}
