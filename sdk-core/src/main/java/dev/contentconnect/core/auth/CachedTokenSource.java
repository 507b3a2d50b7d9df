package dev.contentconnect.core.auth;

import dev.contentconnect.core.internal.Threads;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a token until shortly before its end. However many callers need a new one at the same moment, one of them fetches
 * it and the others wait; a failure is seen by those who waited and is not kept.
 */
public final class CachedTokenSource implements TokenSource {
    private final String system;
    private final Function<@Nullable Token, Token> fetcher;
    private final Duration early;
    private final TimeSource time;
    private final Object lock = new Object();
    private volatile @Nullable Token current;
    private @Nullable CompletableFuture<Token> inFlight;

    /**
     * A source.
     *
     * @param system the connector's short name, for messages
     * @param fetcher gets a new token from the system; is given the last one, or null
     * @param early how long before its end a token is replaced; never more than half its life
     * @param time the clock
     */
    public CachedTokenSource(String system, Function<@Nullable Token, Token> fetcher, Duration early, TimeSource time) {
        this.system = system;
        this.fetcher = fetcher;
        this.early = early;
        this.time = time;
    }

    @Override
    public Token token() {
        Token token = current;
        return token != null && isFresh(token) ? token : fetch(token);
    }

    @Override
    public Token replace(Token rejected) {
        Token token = current;
        return token != null && !token.equals(rejected) && isFresh(token) ? token : fetch(token);
    }

    /**
     * Puts a token in place that a system handed out unasked.
     *
     * @param token the token to use from now on
     */
    public void adopt(Token token) {
        current = token;
    }

    /** Forgets the token, so that the next caller fetches one. */
    public void forget() {
        current = null;
    }

    private boolean isFresh(Token token) {
        Instant end = token.expiresAt();
        return end == null || time.now().isBefore(end.minus(early));
    }

    private Token fetch(@Nullable Token stale) {
        CompletableFuture<Token> flight;
        boolean mine = false;
        synchronized (lock) {
            Token now = current;
            if (now != null && !now.equals(stale) && isFresh(now)) {
                return now;
            }
            if (inFlight == null) {
                inFlight = new CompletableFuture<>();
                mine = true;
            }
            flight = inFlight;
        }
        if (mine) {
            fly(flight, stale);
        }
        return Threads.await(flight, system, "token");
    }

    private void fly(CompletableFuture<Token> flight, @Nullable Token stale) {
        try {
            Token fresh = fetcher.apply(stale);
            current = fresh;
            land(flight);
            flight.complete(fresh);
        } catch (RuntimeException | Error e) {
            land(flight);
            flight.completeExceptionally(e);
        }
    }

    private void land(CompletableFuture<Token> flight) {
        synchronized (lock) {
            if (inFlight == flight) {
                inFlight = null;
            }
        }
    }

    /** Whether there is a token; not which. */
    @Override
    public String toString() {
        return "CachedTokenSource[" + system + (current == null ? ", none yet]" : "]");
    }
}
