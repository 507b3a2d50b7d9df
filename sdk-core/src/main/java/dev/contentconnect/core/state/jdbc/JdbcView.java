package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.state.ParkedItem;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateView;
import dev.contentconnect.core.state.TrailEntry;
import dev.contentconnect.core.state.TrailHead;
import dev.contentconnect.core.state.TrailQuery;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What can be read. */
class JdbcView implements StateView {
    private static final String LINKS =
            "SELECT from_key, from_whole, to_key, to_whole, version, fingerprint, updated_at FROM {p}links";

    private final Session session;

    JdbcView(Session session) {
        this.session = session;
    }

    final Session session() {
        return session;
    }

    @Override
    public final Optional<Cursor> cursor(String feed) {
        return session.first(
                "SELECT read_to FROM {p}cursors WHERE feed = ?", row -> Cursor.of(row.text(1)), Key.value(feed));
    }

    @Override
    public final Optional<StateLink> link(SourceRef from, String type, SourceRef to) {
        return session.first(
                LINKS + " WHERE from_key = ? AND type = ? AND to_key = ?",
                row -> link(type, row),
                Key.value(from.toString()),
                Key.value(type),
                Key.value(to.toString()));
    }

    @Override
    public final List<StateLink> linksFrom(SourceRef from, String type) {
        List<StateLink> links = session.list(
                LINKS + " WHERE from_key = ? AND type = ?",
                row -> link(type, row),
                Key.value(from.toString()),
                Key.value(type));
        links.sort(Comparator.comparing(StateLink::to));
        return List.copyOf(links);
    }

    @Override
    public final List<StateLink> linksTo(SourceRef to, String type) {
        List<StateLink> links = session.list(
                LINKS + " WHERE to_key = ? AND type = ?",
                row -> link(type, row),
                Key.value(to.toString()),
                Key.value(type));
        links.sort(Comparator.comparing(StateLink::from));
        return List.copyOf(links);
    }

    private static StateLink link(String type, Row row) throws SQLException {
        return new StateLink(
                SourceRef.parse(row.key(1, 2)),
                type,
                SourceRef.parse(row.key(3, 4)),
                row.number(5),
                row.textOrNull(6),
                row.instant(7));
    }

    @Override
    public final List<ParkedItem> parked(String feed, int limit) {
        return List.copyOf(session.list(
                "SELECT item_key, whole_key, object, payload, reason, attempts, first_failed_at, last_failed_at"
                        + " FROM {p}parked WHERE feed = ? ORDER BY first_failed_at, item_key LIMIT ?",
                row -> parked(feed, row),
                Key.value(feed),
                limit));
    }

    static ParkedItem parked(String feed, Row row) throws SQLException {
        return new ParkedItem(
                feed,
                row.key(1, 2),
                row.text(3),
                row.text(4),
                row.text(5),
                Math.toIntExact(row.number(6)),
                row.instant(7),
                row.instant(8));
    }

    @Override
    public void trail(TrailQuery query, Consumer<TrailEntry> consumer) {
        new TrailReader(session).read(query, Long.MAX_VALUE, consumer);
    }

    @Override
    public TrailHead trailHead() {
        return new TrailReader(session).head();
    }
}
