package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.state.Inbox;
import dev.contentconnect.core.state.Leases;
import dev.contentconnect.core.state.ParkedItem;
import dev.contentconnect.core.state.StateException.Reason;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateTransaction;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.state.TrailEntry;
import dev.contentconnect.core.state.TrailHead;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.time.TimeSource;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What can be read and written. */
final class JdbcTransaction extends JdbcView implements StateTransaction {
    private static final String INSERT_LINK =
            "INSERT INTO {p}links (from_key, from_whole, type, to_key, to_whole, version,"
                    + " fingerprint, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (from_key, type, to_key) DO ";

    private final @Nullable Long given;
    private final TrailWriter trail;
    private final Map<String, JdbcInbox> inboxes = new LinkedHashMap<>();

    JdbcTransaction(Session session, @Nullable TimeSource time, TrailChain chain) {
        super(session);
        this.given = time == null ? null : Times.millis(time.now());
        this.trail = new TrailWriter(this, chain);
    }

    /** The beginning of the transaction, in milliseconds, by the store's clock. */
    long now() {
        return given == null ? session().now() : given;
    }

    /** Writes what was held back, those things last that other transactions wait for. */
    void finish() {
        session().requireSound();
        session().writeHeld();
        inboxes.values().forEach(JdbcInbox::flush);
        trail.flush();
    }

    @Override
    public void moveCursor(String feed, @Nullable Cursor expected, Cursor next) {
        int moved = expected == null
                ? session()
                        .update(
                                "INSERT INTO {p}cursors (feed, read_to) VALUES (?, ?) ON CONFLICT (feed) DO NOTHING",
                                Key.value(feed),
                                next.value())
                : session()
                        .update(
                                "UPDATE {p}cursors SET read_to = ? WHERE feed = ? AND read_to = ?",
                                next.value(),
                                Key.value(feed),
                                expected.value());
        if (moved == 0) {
            throw session().lose(Reason.CONFLICT, "feed " + feed + " was moved by another worker");
        }
    }

    @Override
    public boolean claimKey(String scope, String key, Instant at) {
        return session()
                        .update(
                                "INSERT INTO {p}keys (scope, happening, at_ms) VALUES (?, ?, ?)"
                                        + " ON CONFLICT (scope, happening) DO NOTHING",
                                Key.value(scope),
                                Key.value(key),
                                Times.millis(at))
                > 0;
    }

    @Override
    public int forgetKeys(String scope, Instant before) {
        return session()
                .update("DELETE FROM {p}keys WHERE scope = ? AND at_ms < ?", Key.value(scope), Times.millis(before));
    }

    @Override
    public void putLink(StateLink link) {
        session()
                .later(
                        "{p}links",
                        INSERT_LINK + "UPDATE SET version = excluded.version, fingerprint = excluded.fingerprint,"
                                + " updated_at = excluded.updated_at",
                        values(link));
    }

    @Override
    public void replaceLink(@Nullable StateLink expected, StateLink next) {
        next.checkReplaces(expected);
        int replaced = expected == null
                ? session().update(INSERT_LINK + "NOTHING", values(next))
                : session()
                        .update(
                                "UPDATE {p}links SET version = ?, fingerprint = ?, updated_at = ?"
                                        + " WHERE from_key = ? AND type = ? AND to_key = ? AND version = ?",
                                next.version(),
                                next.fingerprint(),
                                Times.text(next.updatedAt()),
                                Key.value(next.from().toString()),
                                Key.value(next.type()),
                                Key.value(next.to().toString()),
                                expected.version());
        if (replaced == 0) {
            throw session()
                    .lose(
                            Reason.CONFLICT,
                            "the link from " + next.from() + " to " + next.to() + " was changed by another worker");
        }
    }

    private static @Nullable Object[] values(StateLink link) {
        Key from = Key.of(link.from().toString());
        Key to = Key.of(link.to().toString());
        return new @Nullable Object[] {
            from.value(),
            from.whole(),
            Key.value(link.type()),
            to.value(),
            to.whole(),
            link.version(),
            link.fingerprint(),
            Times.text(link.updatedAt())
        };
    }

    @Override
    public void removeLink(SourceRef from, String type, SourceRef to) {
        session()
                .update(
                        "DELETE FROM {p}links WHERE from_key = ? AND type = ? AND to_key = ?",
                        Key.value(from.toString()),
                        Key.value(type),
                        Key.value(to.toString()));
    }

    @Override
    public void park(ParkedItem item) {
        Key key = Key.of(item.key());
        session()
                .update(
                        "INSERT INTO {p}parked (feed, item_key, whole_key, object, payload, reason, attempts,"
                                + " first_failed_at, last_failed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT (feed, item_key) DO UPDATE SET object = excluded.object,"
                                + " payload = excluded.payload, reason = excluded.reason, attempts = excluded.attempts,"
                                + " first_failed_at = excluded.first_failed_at, last_failed_at = excluded.last_failed_at",
                        Key.value(item.feed()),
                        key.value(),
                        key.whole(),
                        item.object(),
                        item.payload(),
                        item.reason(),
                        item.attempts(),
                        Times.text(item.firstFailedAt()),
                        Times.text(item.lastFailedAt()));
    }

    @Override
    public boolean unpark(String feed, String key) {
        return session()
                        .update(
                                "DELETE FROM {p}parked WHERE feed = ? AND item_key = ?",
                                Key.value(feed),
                                Key.value(key))
                > 0;
    }

    @Override
    public boolean append(CaseEvent event) {
        return trail.append(event);
    }

    @Override
    public void trail(TrailQuery query, Consumer<TrailEntry> consumer) {
        // As of now: the consumer may append.
        new TrailReader(session()).read(query, trailHead().number(), consumer);
    }

    @Override
    public TrailHead trailHead() {
        trail.flush();
        return super.trailHead();
    }

    @Override
    public Inbox inbox(String feed) {
        if (feed.isBlank()) {
            throw new IllegalArgumentException("a feed has a name");
        }
        return inboxes.computeIfAbsent(feed, name -> new JdbcInbox(this, name));
    }

    @Override
    public Leases leases() {
        return new JdbcLeases(this);
    }
}
