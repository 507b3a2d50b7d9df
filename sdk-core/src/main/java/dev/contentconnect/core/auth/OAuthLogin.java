package dev.contentconnect.core.auth;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.internal.Sha256;
import dev.contentconnect.core.time.TimeSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one login of a person that an OAuth 2 system wants before an application may go on by itself. It leaves a refresh
 * token in the {@link TokenStore}, from which {@link OAuthTokens#refreshing} makes tokens from then on.
 *
 * <pre>{@code
 * PendingLogin pending = login.begin();                 // keep it in the session, send the browser to pending.address()
 * login.complete(pending, addressThatThePersonCameBackTo);
 * }</pre>
 *
 * <p>At a terminal, print the address and read the one from the browser's address bar, whether its page exists or not.
 * Safe for several threads.
 */
public final class OAuthLogin {
    /** How long a person may take. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final int RANDOM_BYTES = 32;

    private final OAuthClient client;
    private final AuthorizationRequest request;
    private final TokenStore store;
    private final HttpChannel channel;
    private final TimeSource time;
    private final @Nullable CachedTokenSource tokens;
    private final SecureRandom random = new SecureRandom();

    /**
     * A way to log in. Never touches the network.
     *
     * @param client how we present ourselves; its scope is asked for
     * @param request where the person is sent
     * @param store is given the refresh token
     * @param channel the way to the token endpoint; must not have an auth step
     * @param time the clock
     */
    public OAuthLogin(
            OAuthClient client, AuthorizationRequest request, TokenStore store, HttpChannel channel, TimeSource time) {
        this(client, request, store, channel, time, null);
    }

    /**
     * A way to log in beside a source that is in use already. Never touches the network.
     *
     * @param client how we present ourselves; its scope is asked for
     * @param request where the person is sent
     * @param store is given the refresh token
     * @param channel the way to the token endpoint; must not have an auth step
     * @param time the clock
     * @param tokens made of the same store: forgets its token once somebody has logged in, so that the next call speaks for
     *     that person; null for none
     */
    public OAuthLogin(
            OAuthClient client,
            AuthorizationRequest request,
            TokenStore store,
            HttpChannel channel,
            TimeSource time,
            @Nullable CachedTokenSource tokens) {
        this.client = client;
        this.request = request;
        this.store = store;
        this.channel = channel;
        this.time = time;
        this.tokens = tokens;
    }

    /**
     * Begins a login. Never touches the network.
     *
     * @return the address for the browser, and what must be kept until the person comes back, for 15 minutes at most
     */
    public PendingLogin begin() {
        String state = random();
        String verifier = request.pkce() ? random() : null;
        return new PendingLogin(
                address(state, verifier),
                Secret.of(state),
                verifier == null ? null : Secret.of(verifier),
                time.now().plus(PATIENCE));
    }

    /**
     * Ends a login: checks that the person comes from the login that was begun here, trades the code for tokens, one
     * request, and stores the refresh token.
     *
     * @param pending what {@link #begin} gave
     * @param returned the address that the person came back to, whole or its query alone
     * @throws ConnectorException Unauthenticated when the state is not ours, the person refused, the code is not taken or no
     *     refresh token came back; and what the token endpoint fails with
     */
    public void complete(PendingLogin pending, String returned) {
        Map<String, String> answer = RedirectAnswer.read(returned);
        if (answer == null) {
            throw refused(null, "what came back is not an address with each parameter once");
        }
        String state = answer.get("state");
        // In constant time, and before a word of the rest is believed.
        if (state == null || state.isBlank() || !same(pending.state(), state)) {
            throw refused("state_mismatch", "the state that came back is not the one of this login; begin anew");
        }
        String error = answer.get("error");
        if (error != null) {
            throw refused(
                    error, "the login was refused: " + answer.getOrDefault("error_description", "no reason given"));
        }
        String code = answer.get("code");
        if (code == null || code.isBlank()) {
            throw refused(null, "the address that came back holds no code");
        }
        exchange(pending, code);
    }

    /**
     * Ends a login with the code alone, copied by the person who began it at a terminal. Nothing shows that the code
     * belongs to this login but, with PKCE, the verifier: never call it with what a browser sent.
     *
     * @param pending what {@link #begin} gave
     * @param code the code
     * @throws ConnectorException as {@link #complete}
     */
    public void completeWithCode(PendingLogin pending, Secret code) {
        exchange(pending, code.reveal().strip());
    }

    private void exchange(PendingLogin pending, String code) {
        if (!time.now().isBefore(pending.expiresAt())) {
            throw refused("login_expired", "the login took too long; begin anew");
        }
        Secret secret;
        try {
            secret = Secret.of(code);
        } catch (IllegalArgumentException e) {
            throw refused(null, "the code that came back holds a control character");
        }
        Secret verifier = pending.verifier();
        OAuthTokens.login(
                client, secret, request.redirectUri(), verifier == null ? "" : verifier.reveal(), store, channel, time);
        if (tokens != null) {
            tokens.forget();
        }
    }

    private URI address(String state, @Nullable String verifier) {
        URI endpoint = request.endpoint();
        String query = endpoint.getRawQuery();
        RequestUri out = RequestUri.of(URI.create(endpoint.getScheme() + "://" + endpoint.getRawAuthority()))
                .at(endpoint.getRawPath() + (query == null ? "" : "?" + query))
                .query("response_type", "code")
                .query("client_id", client.clientId())
                .query("redirect_uri", request.redirectUri())
                .query("scope", client.scope());
        request.parameters().forEach(out::query);
        out.query("state", state);
        if (verifier != null) {
            out.query("code_challenge", challenge(verifier)).query("code_challenge_method", "S256");
        }
        return out.build();
    }

    /** The S256 challenge of RFC 7636. */
    static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier));
    }

    private String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static boolean same(Secret ours, String theirs) {
        return MessageDigest.isEqual(
                ours.reveal().getBytes(StandardCharsets.UTF_8), theirs.getBytes(StandardCharsets.UTF_8));
    }

    private ConnectorException refused(@Nullable String code, String why) {
        return new ConnectorException(new ConnectorError.Unauthenticated(
                Trace.local(channel.system(), "login", why).withVendor(code, why)));
    }

    /** Names the host of the login page; no secrets. */
    @Override
    public String toString() {
        return "OAuthLogin[" + request.endpoint().getHost() + "]";
    }
}
