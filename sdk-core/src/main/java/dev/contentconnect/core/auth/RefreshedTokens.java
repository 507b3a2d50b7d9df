package dev.contentconnect.core.auth;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.error.Trace;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Trades the refresh token of a store for tokens. One thread at a time asks it, see {@link CachedTokenSource}. */
final class RefreshedTokens {
    /** How many refresh tokens one refresh tries, where others replace them meanwhile. */
    private static final int MAX_ROUNDS = 3;

    private final OAuthEndpoint endpoint;
    private final TokenStore store;
    private final String system;

    /** What the store did not take: the system has forgotten the token before it, so that nothing else has this one. */
    private volatile @Nullable Unsaved unsaved;

    RefreshedTokens(OAuthEndpoint endpoint, TokenStore store, String system) {
        this.endpoint = endpoint;
        this.store = store;
        this.system = system;
    }

    private record Unsaved(Secret used, Secret next) {}

    Token next() {
        return inTurn(this::refreshed);
    }

    /** Stores the refresh token of a new login. */
    void begin(Secret refresh) {
        boolean unused = inTurn(() -> {
            store.save(refresh);
            return true;
        });
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            return store.exclusively(work);
        } catch (InterruptedException e) {
            throw LocalErrors.of(system).interrupted("token", e);
        } catch (UncheckedIOException e) {
            String why = "the token store cannot be used: " + e.getMessage();
            throw new ConnectorException(new ConnectorError.Unavailable(Trace.local(system, "token", why), null), e);
        }
    }

    private Token refreshed() {
        Unsaved left = unsaved;
        if (left != null) {
            keep(left);
        }
        for (int round = 1; ; round++) {
            Secret refresh = store.load()
                    .orElseThrow(() -> new ConnectorException(new ConnectorError.Unauthenticated(
                            Trace.local(system, "token", "there is no refresh token, somebody must log in first"))));
            try {
                OAuthEndpoint.Answer answer =
                        endpoint.ask(Map.of("grant_type", "refresh_token", "refresh_token", refresh.reveal()));
                Secret next = answer.refreshToken();
                if (next == null || keep(new Unsaved(refresh, next)) || round == MAX_ROUNDS) {
                    return answer.token();
                }
            } catch (ConnectorException e) {
                if (!"invalid_grant".equals(e.error().trace().vendorCode())) {
                    throw e;
                }
                store.clear(refresh);
                // Where the store does not lock, another process may have used the token in between and stored its own.
                if (!isReplaced(refresh) || round == MAX_ROUNDS) {
                    throw loginNeeded(e);
                }
            }
        }
    }

    /** Stores what came for the token that was used; false when a login has put another in its place, which stays. */
    private boolean keep(Unsaved one) {
        unsaved = one;
        boolean replaced = isReplaced(one.used());
        if (!replaced) {
            store.save(one.next());
        }
        unsaved = null;
        return !replaced;
    }

    private boolean isReplaced(Secret used) {
        return store.load().filter(now -> !now.equals(used)).isPresent();
    }

    private static ConnectorException loginNeeded(ConnectorException refused) {
        Trace trace = refused.error().trace();
        String why = "the login has ended, somebody must log in again: " + trace.message();
        return new ConnectorException(
                new ConnectorError.Unauthenticated(trace.withVendor(trace.vendorCode(), why)), refused);
    }
}
