package dev.contentconnect.bench.store;

import dev.contentconnect.core.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The same rows as a feed writes, by prepared statements in batches on one connection, and as many commits: for each
 * hundred events one that takes them in, and one that completes the hundred before and claims these. Nobody else can take
 * part, nothing is retried, nothing is fenced.
 */
final class BareFeed {
    private static final int BATCH = 100;

    private final Connection connection;

    BareFeed(Connection connection) {
        this.connection = connection;
    }

    void run(int total) throws SQLException {
        List<Long> claimed = List.of();
        for (int from = 0; from < total; from += BATCH) {
            takeIn(from, Math.min(total, from + BATCH));
            connection.commit();
            complete(claimed);
            claimed = claim();
            connection.commit();
        }
        complete(claimed);
        connection.commit();
    }

    private void takeIn(int from, int to) throws SQLException {
        try (PreparedStatement key = prepare("INSERT INTO contentconnect_keys (scope, happening, at_ms)"
                        + " VALUES ('bare', ?, ?) ON CONFLICT (scope, happening) DO NOTHING");
                PreparedStatement item = prepare("INSERT INTO contentconnect_inbox (feed, number, object_key, event,"
                        + " accepted_ms, failures, claim, worker, free_ms) VALUES ('bare', ?, ?, ?, ?, 0, 0, '', ?)");
                PreparedStatement last =
                        prepare("INSERT INTO contentconnect_feeds (feed, last_number) VALUES ('bare', ?)"
                                + " ON CONFLICT (feed) DO UPDATE SET last_number = excluded.last_number");
                PreparedStatement cursor =
                        prepare("INSERT INTO contentconnect_cursors (feed, read_to) VALUES ('bare', ?)"
                                + " ON CONFLICT (feed) DO UPDATE SET read_to = excluded.read_to")) {
            long now = System.currentTimeMillis();
            for (int i = from; i < to; i++) {
                key.setString(1, "vendor/event-" + i);
                key.setLong(2, now);
                key.addBatch();
                item.setLong(1, i + 1L);
                item.setString(2, "vendor:" + ManyEvents.object(i));
                item.setString(3, new String(CanonicalJson.write(ManyEvents.event(i)), StandardCharsets.UTF_8));
                item.setLong(4, now);
                item.setLong(5, now);
                item.addBatch();
            }
            key.executeBatch();
            last.setLong(1, to);
            last.executeUpdate();
            item.executeBatch();
            cursor.setString(1, Integer.toString(to));
            cursor.executeUpdate();
        }
    }

    private List<Long> claim() throws SQLException {
        List<Long> numbers = new ArrayList<>(BATCH);
        try (PreparedStatement claim = prepare("UPDATE contentconnect_inbox SET worker = 'me', free_ms = ?,"
                + " claim = claim + 1 WHERE feed = 'bare' AND number IN (SELECT number FROM contentconnect_inbox"
                + " WHERE feed = 'bare' AND worker = '' ORDER BY number LIMIT 100) RETURNING number, event")) {
            claim.setLong(1, System.currentTimeMillis() + 30_000);
            try (ResultSet rows = claim.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getLong(1));
                    read(rows.getString(2));
                }
            }
        }
        return numbers;
    }

    private static void read(String json) {
        if (CanonicalJson.readCaseEvent(json.getBytes(StandardCharsets.UTF_8)).note() == null) {
            throw new IllegalStateException("not the event that was written");
        }
    }

    private void complete(List<Long> numbers) throws SQLException {
        try (PreparedStatement done =
                prepare("DELETE FROM contentconnect_inbox WHERE feed = 'bare' AND number = ? AND claim = 1")) {
            for (long number : numbers) {
                done.setLong(1, number);
                done.addBatch();
            }
            done.executeBatch();
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }
}
