package dev.contentconnect.aprimo;

import dev.contentconnect.core.auth.OAuthClient;
import dev.contentconnect.core.auth.OAuthTokens;
import dev.contentconnect.core.auth.Token;
import dev.contentconnect.core.auth.TokenSource;
import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.time.TimeSource;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** The one source of tokens for all hosts of a tenant. */
final class AprimoAuth {
    private static final String YOUNG =
            "; a registration that was made or changed takes up to 15 minutes to become effective";

    private AprimoAuth() {}

    static TokenSource source(AprimoLogin login, HttpChannel channel, TimeSource time) {
        URI endpoint = RequestUri.of(login.endpoint())
                .path("login", "connect", "token")
                .build();
        // A refresh token has its scope already.
        String scope = login.tokens() == null ? "api" : null;
        OAuthClient client = new OAuthClient(
                endpoint, login.clientId(), login.clientSecret(), scope, OAuthClient.Style.FORM, Map.of());
        if (login.tokens() != null) {
            return new Hinting(OAuthTokens.refreshing(client, login.tokens(), channel, time));
        }
        String user = login.username();
        return new Hinting(
                user == null
                        ? OAuthTokens.clientCredentials(client, channel, time)
                        : OAuthTokens.password(client, user, Objects.requireNonNull(login.userToken()), channel, time));
    }

    /** The login says no more than {@code invalid_client}, also of a registration that is only young. */
    private record Hinting(TokenSource source) implements TokenSource {
        @Override
        public Token token() {
            return hinted(source::token);
        }

        @Override
        public Token replace(Token rejected) {
            return hinted(() -> source.replace(rejected));
        }

        private static Token hinted(Supplier<Token> ask) {
            try {
                return ask.get();
            } catch (ConnectorException e) {
                Trace trace = e.error().trace();
                if (!"invalid_client".equals(trace.vendorCode())) {
                    throw e;
                }
                throw new ConnectorException(
                        new ConnectorError.Unauthenticated(
                                trace.withVendor(trace.vendorCode(), trace.message() + YOUNG)),
                        e);
            }
        }
    }
}
