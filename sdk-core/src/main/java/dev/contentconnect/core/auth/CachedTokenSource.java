package dev.contentconnect.core.auth;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.internal.Threads;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a token until shortly before its end. However many callers need a new one at the same moment, one of them fetches
 * it and the others wait; a failure is seen by those who waited and is not kept. While the old token is still good, callers
 * get that one instead of the failure, and the next try is made some seconds later.
 */
public final class CachedTokenSource implements TokenSource {
    private static final Duration EARLY_RETRY = Duration.ofSeconds(10);

    private final String system;
    private final Function<@Nullable Token, Token> fetcher;
    private final Duration early;
    private final TimeSource time;
    private final Object lock = new Object();
    private volatile @Nullable Held current;
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

    /** A token and the moment from which another is wanted, if any. */
    private record Held(Token token, @Nullable Instant freshUntil) {}

    @Override
    public Token token() {
        Held held = current;
        if (held != null && isFresh(held)) {
            return held.token();
        }
        try {
            return fetch(held);
        } catch (ConnectorException e) {
            Token old = e.kind() == ErrorKind.CANCELLED ? null : stillGood(held);
            if (old == null) {
                throw e;
            }
            return old;
        }
    }

    @Override
    public Token replace(Token rejected) {
        Held held = current;
        return held != null && !held.token().equals(rejected) && isFresh(held) ? held.token() : fetch(held);
    }

    /**
     * Puts the token in place that came with an answer to another, unless that one has been replaced meanwhile: answers
     * come back in any order, and a late one must not bring an older session back.
     *
     * @param used the token that the request went out with
     * @param next the token to use from now on
     */
    public void adopt(Token used, Token next) {
        synchronized (lock) {
            Held now = current;
            if (now != null && now.token().equals(used)) {
                current = held(next);
            }
        }
    }

    /** Forgets the token, so that the next caller fetches one. */
    public void forget() {
        synchronized (lock) {
            current = null;
            // Who fetches now asked with what is to be forgotten: those who wait get it, and nobody later.
            inFlight = null;
        }
    }

    /** A token is replaced early, but a short-lived one not before half its life, or each call would fetch another. */
    private Held held(Token token) {
        Instant end = token.expiresAt();
        if (end == null) {
            return new Held(token, null);
        }
        Duration half = Duration.between(time.now(), end).dividedBy(2);
        return new Held(token, end.minus(early.compareTo(half) < 0 ? early : half));
    }

    private boolean isFresh(Held held) {
        Instant until = held.freshUntil();
        return until == null || time.now().isBefore(until);
    }

    /** The token that an early try failed to replace, and which the next try may replace some seconds later. */
    private @Nullable Token stillGood(@Nullable Held tried) {
        synchronized (lock) {
            Instant end = tried == null ? null : tried.token().expiresAt();
            if (tried != null && end != null && tried.equals(current)) {
                Instant next = time.now().plus(EARLY_RETRY);
                current = new Held(tried.token(), next.isBefore(end) ? next : end);
            }
            Held now = current;
            return now != null && isFresh(now) ? now.token() : null;
        }
    }

    private Token fetch(@Nullable Held stale) {
        while (true) {
            CompletableFuture<Token> flight;
            boolean mine = false;
            synchronized (lock) {
                Held now = current;
                boolean another = stale == null || now == null || !now.token().equals(stale.token());
                if (now != null && another && isFresh(now)) {
                    return now.token();
                }
                if (inFlight == null) {
                    inFlight = new CompletableFuture<>();
                    mine = true;
                }
                flight = inFlight;
            }
            if (mine) {
                fly(flight, stale == null ? null : stale.token());
            }
            try {
                // A copy, because who is interrupted while waiting cancels what it waits for.
                return Threads.await(flight.copy(), system, "token");
            } catch (ConnectorException e) {
                boolean othersInterruption = !mine
                        && e.kind() == ErrorKind.CANCELLED
                        && !Thread.currentThread().isInterrupted();
                if (!othersInterruption) {
                    throw e;
                }
                // Only the one who fetched was interrupted: those who waited try again.
            }
        }
    }

    private void fly(CompletableFuture<Token> flight, @Nullable Token stale) {
        try {
            Token fresh = fetcher.apply(stale);
            synchronized (lock) {
                if (inFlight == flight) {
                    current = held(fresh);
                }
            }
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
