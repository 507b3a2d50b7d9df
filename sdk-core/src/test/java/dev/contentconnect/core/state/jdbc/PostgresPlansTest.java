package dev.contentconnect.core.state.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.Inbox.Arrival;
import dev.contentconnect.core.state.InboxItem;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That the server finds rows by the index meant for it, whatever it last counted. */
@Timeout(60)
class PostgresPlansTest {
    private static final Instant T0 = Instant.parse("2026-11-26T10:00:00Z");

    @Test
    void doneItemsAreFoundByTheirNumberEvenIfNothingWasHeldWhenTheServerCounted() throws Exception {
        WatchedSource watched = new WatchedSource(PostgresServer.schema());
        try (Connection kept = watched.kept();
                StateStore store = JdbcStateStore.builder(watched.source()).open()) {
            List<Arrival> arrivals = IntStream.range(0, 2_000)
                    .mapToObj(PostgresPlansTest::arrival)
                    .toList();
            store.transact(t -> t.inbox("feed").accept(arrivals));
            ask(kept, "ANALYZE");
            List<InboxItem> items = store.transact(t -> t.inbox("feed").claim("worker", 1_000, Duration.ofMinutes(1)));
            long before = readByWorker(kept);
            store.transact(t -> {
                items.forEach(t.inbox("feed")::done);
                return true;
            });
            assertThat(items).hasSize(1_000);
            assertThat(readByWorker(kept) - before).isZero();
        }
    }

    private static Arrival arrival(int number) {
        SourceRef asset = SourceRef.of("vendor", "object-" + number);
        return new Arrival(
                CaseEvent.builder("vendor", CaseEventType.ASSET_UPDATED, "e" + number, T0)
                        .subject(asset)
                        .build(),
                asset.toString());
    }

    /** How many entries of the index over what is held have been read so far. */
    private static long readByWorker(Connection connection) throws Exception {
        ask(connection, "SELECT pg_stat_force_next_flush()");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT idx_tup_read FROM pg_stat_user_indexes"
                        + " WHERE schemaname = current_schema() AND indexrelname LIKE '%inbox_by_worker'")) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    private static void ask(Connection connection, String sql) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
