package dev.contentconnect.core.auth;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.internal.KnownSecrets;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.time.TimeSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks a token endpoint and reads what it says. Of the answer only its error and description get into a message. */
final class OAuthEndpoint {
    /** Systems that do not say how long a token lives mean a few minutes at least. */
    private static final Duration UNSTATED_LIFE = Duration.ofMinutes(5);

    private static final List<String> SECRET_FIELDS = List.of("password", "refresh_token", "code", "code_verifier");

    private static final Integer[] ALL_ANSWERS = {400, 401, 403};

    private final OAuthClient client;
    private final HttpChannel channel;
    private final TimeSource time;

    OAuthEndpoint(OAuthClient client, HttpChannel channel, TimeSource time) {
        this.client = client;
        this.channel = channel;
        this.time = time;
    }

    /** A token and the refresh token that came with it, if one did. */
    record Answer(Token token, @Nullable Secret refreshToken) {}

    /** What token endpoints send; members that vendors add are passed over. */
    record WireAnswer(
            @JsonProperty("access_token") @JsonAlias("accessToken") @Nullable String accessToken,

            @JsonProperty("refresh_token") @JsonAlias("refreshToken") @Nullable String refreshToken,

            @JsonProperty("expires_in") @Nullable Long expiresIn,
            @Nullable Boolean success,
            @Nullable Object error,

            @JsonProperty("error_description") @JsonAlias("error_msg") @Nullable String errorDescription) {}

    Answer ask(Map<String, String> grant) {
        Map<String, String> fields = new LinkedHashMap<>(grant);
        // The scope of a code was settled when the person logged in: RFC 6749 section 4.1.3 has no such field.
        if (client.scope() != null && !"authorization_code".equals(grant.get("grant_type"))) {
            fields.put("scope", client.scope());
        }
        fields.putAll(client.parameters());
        // Asking twice gives two tokens. Where each use of a refresh token or code ends it, asking again at once is
        // still
        // the best chance after an answer that was lost: some systems let the old one live for a moment.
        HttpCall.Builder call = HttpCall.post("token", client.tokenEndpoint())
                .effect(Effect.IDEMPOTENT)
                .header("Accept", "application/json")
                .accept(ALL_ANSWERS);
        Secret secret = client.clientSecret();
        if (client.style() == OAuthClient.Style.FORM_WITH_BASIC && secret != null) {
            call.credential("Authorization", basic(client.clientId(), secret));
        } else {
            fields.put("client_id", client.clientId());
            if (secret != null) {
                fields.put("client_secret", secret.reveal());
            }
        }
        call.body(client.style() == OAuthClient.Style.JSON ? HttpBody.json(fields) : HttpBody.form(fields));
        List<Secret> secrets = secrets(grant);
        secrets.forEach(call::secret);
        HttpCall built = call.build();
        return answer(built, channel.send(built), secrets);
    }

    private Answer answer(HttpCall call, HttpReply reply, List<Secret> secrets) {
        WireAnswer wire;
        try {
            wire = Json.decode(reply.body(), WireAnswer.class);
        } catch (JsonException e) {
            Trace trace = trace(call, reply, null, "the token endpoint did not answer with JSON");
            ConnectorError error = reply.status() >= 300
                    ? new ConnectorError.Unauthenticated(trace)
                    : new ConnectorError.Undecodable(trace);
            throw new ConnectorException(error, e);
        }
        boolean failed = reply.status() >= 300 || wire.error() != null || Boolean.FALSE.equals(wire.success());
        String value = wire.accessToken();
        if (failed || value == null || value.isBlank()) {
            String said = wire.errorDescription();
            String why = said == null || said.isBlank() ? "no access token in the answer" : said;
            KnownSecrets known = known(secrets, wire);
            String code = wire.error() instanceof String text ? known.mask(text) : null;
            throw new ConnectorException(new ConnectorError.Unauthenticated(trace(call, reply, code, known.mask(why))));
        }
        try {
            Instant end = time.now().plus(life(wire.expiresIn()));
            String refresh = wire.refreshToken();
            return new Answer(
                    Token.bearer(value, end), refresh == null || refresh.isBlank() ? null : Secret.of(refresh));
        } catch (IllegalArgumentException e) {
            throw new ConnectorException(new ConnectorError.Undecodable(
                    trace(call, reply, null, "the token holds a character that a header cannot carry")));
        }
    }

    /** What we sent and what came with the failure. */
    private static KnownSecrets known(List<Secret> secrets, WireAnswer wire) {
        List<String> out = new ArrayList<>(secrets.stream().map(Secret::reveal).toList());
        Stream.of(wire.accessToken(), wire.refreshToken())
                .filter(Objects::nonNull)
                .forEach(out::add);
        return KnownSecrets.of(out);
    }

    /** What must not come back to us in a system's message. */
    private List<Secret> secrets(Map<String, String> grant) {
        List<Secret> out = new ArrayList<>();
        if (client.clientSecret() != null) {
            out.add(client.clientSecret());
        }
        SECRET_FIELDS.stream()
                .map(grant::get)
                .filter(Objects::nonNull)
                .map(Secret::of)
                .forEach(out::add);
        return out;
    }

    private static Duration life(@Nullable Long seconds) {
        return seconds == null || seconds <= 0 ? UNSTATED_LIFE : Duration.ofSeconds(Math.min(seconds, 31_536_000L));
    }

    private Trace trace(HttpCall call, HttpReply reply, @Nullable String code, String message) {
        return new Trace(
                channel.system(),
                call.operation(),
                RequestUri.host(call.uri()),
                reply.status(),
                code,
                message,
                null,
                1,
                Delivery.ANSWERED);
    }

    /** Both parts are form-encoded before they are joined, as RFC 6749 section 2.3.1 wants it. */
    private static Secret basic(String id, Secret secret) {
        String pair = URLEncoder.encode(id, StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(secret.reveal(), StandardCharsets.UTF_8);
        return Secret.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
}
