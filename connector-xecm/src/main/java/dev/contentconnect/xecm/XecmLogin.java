package dev.contentconnect.xecm;

import dev.contentconnect.core.auth.OAuthClient;
import dev.contentconnect.core.auth.OAuthTokens;
import dev.contentconnect.core.auth.Token;
import dev.contentconnect.core.auth.TokenSource;
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
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.xecm.wire.WireFields;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Logs in, in the way that the configuration names. Answers hold tickets: nothing of them gets into a message. */
final class XecmLogin {
    private static final String LOGIN = "login";

    private final XecmConfig.Login login;
    private final URI auth;
    private final HttpChannel channel;
    private final TimeSource time;

    private XecmLogin(XecmConfig config, URI api, HttpChannel channel) {
        this.login = config.login();
        this.auth = RequestUri.of(api).at("/v1/auth").build();
        this.channel = channel;
        this.time = config.options().time();
    }

    /**
     * Where tokens come from.
     *
     * @param channel has no auth step
     */
    static TokenSource source(XecmConfig config, URI api, HttpChannel channel) {
        XecmLogin login = new XecmLogin(config, api, channel);
        return switch (config.login().way()) {
            case CONTENT_SERVER -> new TicketTokens(login::contentServer, login.time);
            case OTDS -> new TicketTokens(login::directory, login.time);
            case OAUTH_CLIENT, OAUTH_PASSWORD -> login.oauth();
            case BASIC -> TokenSource.basic(login.user(), login.password());
        };
    }

    private Token contentServer() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("username", user());
        fields.put("password", password().reveal());
        if (login.domain() != null) {
            fields.put("domain", login.domain());
        }
        // Asking twice gives two tickets and changes nothing.
        HttpCall call = json(HttpCall.post(LOGIN, auth))
                .effect(Effect.IDEMPOTENT)
                .body(HttpBody.form(fields))
                .secret(password())
                .build();
        HttpReply reply = channel.send(call);
        String ticket = object(call, reply).text("ticket");
        return ticket == null ? ticketOf(call, reply) : ticketOf(call, reply, ticket);
    }

    private Token directory() {
        boolean newer = login.otdsApi() == XecmConfig.OtdsApi.V1;
        URI uri = RequestUri.of(otds())
                .at(newer ? "/v1/authentication/credentials" : "/rest/authentication/credentials")
                .build();
        HttpCall call = json(HttpCall.post(LOGIN, uri))
                .effect(Effect.IDEMPOTENT)
                .json(Map.of(
                        newer ? "user_name" : "userName",
                        user(),
                        "password",
                        password().reveal()))
                .secret(password())
                .build();
        HttpReply reply = channel.send(call);
        WireFields answer = object(call, reply);
        String ticket = answer.text("ticket");
        if (ticket == null) {
            // Refused with status 200: the reason is in the body.
            String reason = answer.text(newer ? "failure_reason" : "failureReason");
            throw failure(
                    call,
                    reply,
                    reason == null ? "the directory server gave no ticket" : reply.masked(reason),
                    ConnectorError.Unauthenticated::new);
        }
        return exchange(Map.of("OTDSTicket", Secret.of(ticket)));
    }

    private TokenSource oauth() {
        OAuthClient client = new OAuthClient(
                RequestUri.of(otds()).at("/oauth2/token").build(),
                Objects.requireNonNull(login.clientId()),
                login.clientSecret(),
                null,
                OAuthClient.Style.FORM,
                Map.of());
        TokenSource bearer = login.way() == XecmConfig.Way.OAUTH_CLIENT
                ? OAuthTokens.clientCredentials(client, channel, time)
                : OAuthTokens.password(client, user(), password(), channel, time);
        return login.exchange() ? new TicketTokens(() -> exchange(bearer), time) : bearer;
    }

    private Token exchange(TokenSource bearer) {
        Token token = bearer.token();
        try {
            return exchange(token.headers());
        } catch (ConnectorException e) {
            if (!(e.error() instanceof ConnectorError.Unauthenticated)) {
                throw e;
            }
            // The token may have been withdrawn before its end.
            return exchange(bearer.replace(token).headers());
        }
    }

    /** Trades a proof of the directory server for a ticket, which comes in a header; the body is the user. */
    private Token exchange(Map<String, Secret> proof) {
        HttpCall.Builder call = json(HttpCall.get(LOGIN, auth));
        proof.forEach(call::credential);
        HttpCall built = call.build();
        return ticketOf(built, channel.send(built));
    }

    private Token ticketOf(HttpCall call, HttpReply reply) {
        return TicketTokens.ticketIn(reply, time)
                .orElseThrow(() -> failure(call, reply, "the server gave no ticket", ConnectorError.Undecodable::new));
    }

    private Token ticketOf(HttpCall call, HttpReply reply, String ticket) {
        return TicketTokens.ticket(ticket, reply, time)
                .orElseThrow(() ->
                        failure(call, reply, "the ticket cannot be sent in a header", ConnectorError.Undecodable::new));
    }

    private WireFields object(HttpCall call, HttpReply reply) {
        try {
            return WireFields.of(Json.decodePlain(reply.body()));
        } catch (JsonException notJson) {
            throw failure(call, reply, "the answer to the login is not JSON", ConnectorError.Undecodable::new);
        }
    }

    private static HttpCall.Builder json(HttpCall.Builder call) {
        return call.header("Accept", XecmHttp.JSON);
    }

    private static ConnectorException failure(
            HttpCall call, HttpReply reply, String why, Function<Trace, ConnectorError> kind) {
        return new ConnectorException(kind.apply(new Trace(
                XecmConnector.SYSTEM,
                LOGIN,
                RequestUri.host(call.uri()),
                reply.status(),
                null,
                why,
                null,
                1,
                Delivery.ANSWERED)));
    }

    private String user() {
        return required(login.username());
    }

    private Secret password() {
        return required(login.password());
    }

    private URI otds() {
        return required(login.otdsEndpoint());
    }

    private static <T> T required(@Nullable T checkedByTheBuilder) {
        return Objects.requireNonNull(checkedByTheBuilder);
    }
}
