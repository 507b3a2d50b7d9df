package dev.contentconnect.bench.store;

import dev.contentconnect.core.json.CanonicalJson;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.state.TrailHead;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;

/**
 * The same rows in the same tables by the shortest loop that plain JDBC allows: one connection kept, statements prepared
 * once, the head of the trail known. It looks nothing up, locks nothing and trusts that it is alone, so no store that
 * several hosts share can be as fast.
 */
final class BareJdbc implements Contender {
    private final Connection connection;
    private final TrailChain chain = TrailChain.plain();
    private final PreparedStatement cursor;
    private final PreparedStatement link;
    private final PreparedStatement key;
    private final PreparedStatement entry;
    private final PreparedStatement end;
    private TrailHead head = TrailHead.EMPTY;

    BareJdbc(Connection connection, String prefix) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        this.cursor = connection.prepareStatement("INSERT INTO " + prefix + "cursors (feed, read_to) VALUES (?, ?)"
                + " ON CONFLICT (feed) DO UPDATE SET read_to = excluded.read_to");
        this.link = connection.prepareStatement(
                "INSERT INTO " + prefix + "links (from_key, type, to_key, version,"
                        + " fingerprint, updated_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (from_key, type, to_key) DO UPDATE"
                        + " SET version = excluded.version, fingerprint = excluded.fingerprint, updated_at = excluded.updated_at");
        this.key = connection.prepareStatement(
                "INSERT INTO " + prefix + "keys (scope, happening, at_ms) VALUES (?, ?, ?)");
        this.entry =
                connection.prepareStatement("INSERT INTO " + prefix + "trail (number, recorded_ms, source, event_id,"
                        + " occurred_ms, case_key, subject, event, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        this.end = connection.prepareStatement("UPDATE " + prefix + "trail_head SET number = ?, hash = ? WHERE id = 1");
    }

    @Override
    public void commit(long number) throws SQLException {
        run(cursor, Work.FEED, Work.cursor(number));
        StateLink tie = Work.link(number);
        run(
                link,
                tie.from().toString(),
                tie.type(),
                tie.to().toString(),
                tie.version(),
                Objects.requireNonNull(tie.fingerprint()),
                tie.updatedAt().toString());
        run(key, Work.FEED, Work.key(number), Work.at().toEpochMilli());
        CaseEvent event = Work.event(number);
        String json = new String(CanonicalJson.write(event), StandardCharsets.UTF_8);
        long now = System.currentTimeMillis();
        head = new TrailHead(head.number() + 1, chain.next(head, now, json));
        run(
                entry,
                head.number(),
                now,
                event.source(),
                event.id(),
                event.occurredAt().toEpochMilli(),
                Objects.requireNonNull(event.caseKey()),
                Objects.requireNonNull(event.subject()).toString(),
                json,
                head.hash());
        run(end, head.number(), head.hash());
        connection.commit();
    }

    private static void run(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Long number) {
                statement.setLong(i + 1, number);
            } else {
                statement.setString(i + 1, values[i].toString());
            }
        }
        statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
