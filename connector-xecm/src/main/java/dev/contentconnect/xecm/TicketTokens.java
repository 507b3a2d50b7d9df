package dev.contentconnect.xecm;

import dev.contentconnect.core.auth.CachedTokenSource;
import dev.contentconnect.core.auth.Token;
import dev.contentconnect.core.auth.TokenSource;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.core.time.Timestamps;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The ticket of a session. Tickets slide: each answer may bring a new one, and who keeps the first is logged out after half
 * an hour however busy. So the newest is used, and when none has come for long enough, one login for all callers.
 */
final class TicketTokens implements TokenSource {
    static final String HEADER = "OTCSTicket";
    private static final String EXPIRES = "OTCSTicketExpires";

    /** A tenth of the half hour that is the server's default. */
    private static final Duration EARLY = Duration.ofMinutes(3);

    private final CachedTokenSource current;
    private final TimeSource time;

    TicketTokens(Supplier<Token> login, TimeSource time) {
        this.current = new CachedTokenSource(XecmConnector.SYSTEM, last -> login.get(), EARLY, time);
        this.time = time;
    }

    @Override
    public Token token() {
        return current.token();
    }

    @Override
    public Token replace(Token rejected) {
        return current.replace(rejected);
    }

    @Override
    public void seen(Token used, HttpReply reply) {
        if (reply.status() < 400) {
            // An answer to an older ticket says nothing about the newest.
            ticketIn(reply, time).ifPresent(next -> current.adopt(used, next));
        }
    }

    /** The ticket that an answer brings, with its end by our clock. */
    static Optional<Token> ticketIn(HttpReply reply, TimeSource time) {
        return reply.header(HEADER).flatMap(text -> ticket(text, reply, time));
    }

    /** A ticket as a token; nothing when a header cannot carry it. */
    static Optional<Token> ticket(String text, HttpReply reply, TimeSource time) {
        if (text.isBlank() || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            return Optional.empty();
        }
        Duration life = life(reply);
        Instant end = life == null ? null : time.now().plus(life);
        return Optional.of(new Token(Map.of(HEADER, Secret.of(text)), end));
    }

    /** Both moments are by the server's clock, so that ours may be wrong. */
    private static @Nullable Duration life(HttpReply reply) {
        Optional<String> end = reply.header(EXPIRES);
        Optional<String> now = reply.header("Date");
        if (end.isEmpty() || now.isEmpty()) {
            return null;
        }
        try {
            Duration life = Duration.between(Timestamps.parse(now.get()), Timestamps.parse(end.get()));
            return life.isNegative() || life.isZero() ? null : life;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** Whether there is a ticket; not which. */
    @Override
    public String toString() {
        return "TicketTokens[" + current + "]";
    }
}
