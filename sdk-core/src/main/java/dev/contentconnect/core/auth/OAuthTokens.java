package dev.contentconnect.core.auth;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** OAuth 2 token sources, one for each grant. */
public final class OAuthTokens {
    private static final Duration EARLY = Duration.ofSeconds(60);

    private OAuthTokens() {}

    /**
     * Tokens for the application itself.
     *
     * @param client how we present ourselves
     * @param channel the way to the token endpoint; must not have an auth step, its retries are ours too
     * @param time the clock
     * @return a source that asks when first needed and again a minute before each token's end
     */
    public static CachedTokenSource clientCredentials(OAuthClient client, HttpChannel channel, TimeSource time) {
        OAuthEndpoint endpoint = new OAuthEndpoint(client, channel, time);
        return cached(
                channel,
                time,
                () -> endpoint.ask(Map.of("grant_type", "client_credentials")).token());
    }

    /**
     * Tokens for a user whose password we hold.
     *
     * @param client how we present ourselves
     * @param user the user name
     * @param password the password
     * @param channel the way to the token endpoint
     * @param time the clock
     * @return a source as for {@link #clientCredentials}
     */
    public static CachedTokenSource password(
            OAuthClient client, String user, Secret password, HttpChannel channel, TimeSource time) {
        OAuthEndpoint endpoint = new OAuthEndpoint(client, channel, time);
        return cached(channel, time, () -> {
            Map<String, String> grant = new LinkedHashMap<>();
            grant.put("grant_type", "password");
            grant.put("username", user);
            grant.put("password", password.reveal());
            return endpoint.ask(grant).token();
        });
    }

    /**
     * Tokens for a user who logged in once, see {@link OAuthLogin}. A new refresh token is stored before the access token is
     * used, unless somebody has logged in meanwhile; when none comes back the old one stays. One that the system says is dead is forgotten, unless another process
     * that shares the store has put a new one there: that is used instead.
     *
     * <p>Where each use of a refresh token ends it, a process that dies after the system answered and before the new one is
     * stored has lost it: the system has forgotten the old one, and somebody must log in again. Nothing on our side can
     * close that gap; some systems let the old one live for a moment.
     *
     * @param client how we present ourselves
     * @param store keeps the refresh token
     * @param channel the way to the token endpoint
     * @param time the clock
     * @return a source as for {@link #clientCredentials}; throws Unauthenticated, which says so, when somebody must log in
     *     first or again, and Unavailable when the store cannot be used
     */
    public static CachedTokenSource refreshing(
            OAuthClient client, TokenStore store, HttpChannel channel, TimeSource time) {
        RefreshedTokens tokens = new RefreshedTokens(new OAuthEndpoint(client, channel, time), store, channel.system());
        return cached(channel, time, tokens::next);
    }

    /**
     * Ends a login in the browser: trades its code for tokens and stores the refresh token. {@link OAuthLogin} does all
     * steps of a login, this one included.
     *
     * @param client how we present ourselves
     * @param code what came back to the redirect address
     * @param redirectUri the redirect address, exactly as it was sent
     * @param codeVerifier the PKCE verifier, or empty where none was used
     * @param store is given the refresh token
     * @param channel the way to the token endpoint
     * @param time the clock
     * @throws ConnectorException Unauthenticated when the code is not taken, or no refresh token came back; Unavailable when
     *     the store cannot be used
     */
    public static void login(
            OAuthClient client,
            Secret code,
            String redirectUri,
            String codeVerifier,
            TokenStore store,
            HttpChannel channel,
            TimeSource time) {
        Map<String, String> grant = new LinkedHashMap<>();
        grant.put("grant_type", "authorization_code");
        grant.put("code", code.reveal());
        grant.put("redirect_uri", redirectUri);
        if (!codeVerifier.isEmpty()) {
            grant.put("code_verifier", codeVerifier);
        }
        Secret refresh = new OAuthEndpoint(client, channel, time).ask(grant).refreshToken();
        if (refresh == null) {
            throw new ConnectorException(new ConnectorError.Unauthenticated(Trace.local(
                    channel.system(), "token", "no refresh token came back; is the scope offline_access asked for?")));
        }
        new RefreshedTokens(new OAuthEndpoint(client, channel, time), store, channel.system()).begin(refresh);
    }

    private static CachedTokenSource cached(HttpChannel channel, TimeSource time, Supplier<Token> fetch) {
        return new CachedTokenSource(channel.system(), last -> fetch.get(), EARLY, time);
    }
}
