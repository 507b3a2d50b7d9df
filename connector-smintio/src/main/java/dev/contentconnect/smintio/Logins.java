package dev.contentconnect.smintio;

import dev.contentconnect.core.auth.AuthorizationRequest;
import dev.contentconnect.core.auth.CachedTokenSource;
import dev.contentconnect.core.auth.OAuthClient;
import dev.contentconnect.core.auth.OAuthLogin;
import dev.contentconnect.core.auth.OAuthTokens;
import dev.contentconnect.core.auth.Token;
import dev.contentconnect.core.auth.TokenSource;
import dev.contentconnect.core.auth.TokenStore;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.time.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two logins of a tenant, which know nothing of each other's tokens. */
final class Logins implements SmintioLogins {
    private static final Duration DAILY = Duration.ofHours(20);

    private final SmintioConfig config;
    private final @Nullable Login full;
    private final @Nullable Login portal;

    Logins(SmintioConfig config, HttpChannel tokens) {
        this.config = config;
        TokenStore kept = config.tokens();
        this.full =
                kept == null ? null : new Login(config, tokens, config.options().endpoint(), "smintio.full", kept);
        TokenStore portalKept = config.portalTokens();
        URI authority = config.portal() == null ? null : config.portal().portalUrl();
        this.portal = portalKept == null || authority == null
                ? null
                : new Login(config, tokens, authority, "smintio.portals.frontend", portalKept);
    }

    /** When the present token was fetched. */
    interface Freshness {
        Instant since();
    }

    /** One login: where people go, and the tokens that come of it. */
    private static final class Login implements TokenSource, Freshness {
        private final CachedTokenSource source;
        private final OAuthLogin begin;
        private final TimeSource time;
        private volatile @Nullable Token last;
        private volatile Instant since = Instant.EPOCH;

        Login(SmintioConfig config, HttpChannel tokens, URI authority, String scope, TokenStore store) {
            this.time = config.options().time();
            URI token = RequestUri.of(authority).at("/connect/token").build();
            URI authorize = RequestUri.of(authority).at("/connect/authorize").build();
            OAuthClient asking = new OAuthClient(
                    token,
                    config.clientId(),
                    config.clientSecret(),
                    scope + " openid profile offline_access",
                    OAuthClient.Style.FORM,
                    Map.of());
            // The vendor's own clients name no scope when they refresh.
            OAuthClient refreshing = new OAuthClient(
                    token, config.clientId(), config.clientSecret(), null, OAuthClient.Style.FORM, Map.of());
            this.source = OAuthTokens.refreshing(refreshing, store, tokens, time);
            this.begin = new OAuthLogin(
                    asking,
                    new AuthorizationRequest(authorize, config.redirectUri(), true, Map.of()),
                    store,
                    tokens,
                    time,
                    source);
        }

        @Override
        public Token token() {
            return noted(source.token());
        }

        @Override
        public Token replace(Token rejected) {
            return noted(source.replace(rejected));
        }

        @Override
        public void seen(Token used, HttpReply reply) {
            source.seen(used, reply);
        }

        private synchronized Token noted(Token now) {
            if (!now.equals(last)) {
                last = now;
                since = time.now();
            }
            return now;
        }

        @Override
        public Instant since() {
            return since;
        }

        void keep() {
            Token held = last;
            if (held == null) {
                token();
            } else if (since.plus(DAILY).isBefore(time.now())) {
                replace(held);
            }
        }
    }

    /** The step for licensing, backend and groups. */
    AccessStep fullStep(List<URI> hosts) {
        Login login = present(full, "login");
        return new AccessStep(login, login, hosts, config.options().time());
    }

    /** The step for the portal. */
    AccessStep portalStep(List<URI> hosts) {
        Login login = present(portal, "portalLogin");
        return new AccessStep(login, login, hosts, config.options().time());
    }

    private static Login present(@Nullable Login login, String operation) {
        if (login == null) {
            throw SmintioConnector.notConfigured("logins." + operation);
        }
        return login;
    }

    @Override
    public OAuthLogin login() {
        return present(full, "login").begin;
    }

    @Override
    public OAuthLogin portalLogin() {
        return present(portal, "portalLogin").begin;
    }

    @Override
    public void keepAlive() {
        if (full != null) {
            full.keep();
        }
        if (portal != null) {
            portal.keep();
        }
    }
}
