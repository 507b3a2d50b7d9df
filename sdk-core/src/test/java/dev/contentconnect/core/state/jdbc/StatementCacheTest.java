package dev.contentconnect.core.state.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.state.Inbox.Arrival;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the statements of a connection to a file. */
class StatementCacheTest {
    private static final int MOST = 64;

    @TempDir
    Path folder;

    private FileConnections connections;
    private Connection connection;
    private final List<PreparedStatement> made = new ArrayList<>();

    @BeforeEach
    void connect() throws SQLException {
        connections = new FileConnections(folder.resolve("state.db"));
        connection = connections.take(true);
    }

    @AfterEach
    void close() {
        connections.close();
    }

    private PreparedStatement take(String sql) throws SQLException {
        PreparedStatement statement = connections.prepare(connection, sql);
        if (!made.contains(statement)) {
            made.add(statement);
        }
        return statement;
    }

    private PreparedStatement use(int number) throws SQLException {
        String sql = "SELECT " + number;
        PreparedStatement statement = take(sql);
        statement.executeQuery().close();
        connections.done(connection, sql, statement, true);
        return statement;
    }

    private long open() throws SQLException {
        long open = 0;
        for (PreparedStatement each : made) {
            open += each.isClosed() ? 0 : 1;
        }
        return open;
    }

    @Test
    void areUsedAgainAlsoByTheNextTransaction() throws SQLException {
        PreparedStatement first = use(1);
        connections.giveBack(connection, true, true);
        connection = connections.take(true);
        assertThat(use(1)).isSameAs(first);
        connections.giveBack(connection, true, true);
    }

    @Test
    void areClosedWhenThereAreTooManyTheLongestUnusedFirst() throws SQLException {
        PreparedStatement often = use(0);
        PreparedStatement once = use(1);
        for (int number = 2; number < 3 * MOST; number++) {
            use(number);
            assertThat(use(0)).isSameAs(often);
            assertThat(open()).isLessThanOrEqualTo(MOST);
        }
        assertThat(made).hasSize(3 * MOST);
        assertThat(open()).isEqualTo(MOST);
        assertThat(once.isClosed()).isTrue();
        assertThat(use(1)).isNotSameAs(once);
        connections.giveBack(connection, true, true);
    }

    @Test
    void keepNothingOfWhatTheyWereGiven() throws SQLException {
        String sql = "SELECT ?, ?";
        PreparedStatement statement = take(sql);
        statement.setString(1, "an event");
        statement.setLong(2, 7);
        statement.executeQuery().close();
        connections.done(connection, sql, statement, true);

        assertThat(take(sql)).isSameAs(statement);
        try (ResultSet row = statement.executeQuery()) {
            assertThat(row.next()).isTrue();
            assertThat(row.getObject(1)).isNull();
            assertThat(row.getObject(2)).isNull();
        }
        connections.done(connection, sql, statement, true);
        connections.giveBack(connection, true, true);
    }

    @Test
    void areTwoWhereTheSameIsAskedOnTheWayAndOneIsKept() throws SQLException {
        String sql = "SELECT 1";
        PreparedStatement outer = take(sql);
        PreparedStatement inner = take(sql);
        assertThat(inner).isNotSameAs(outer);
        connections.done(connection, sql, inner, true);
        connections.done(connection, sql, outer, true);
        assertThat(open()).isEqualTo(1);
        assertThat(use(1).isClosed()).isFalse();
        assertThat(made).hasSize(2);
        connections.giveBack(connection, true, true);
    }

    @Test
    void areClosedAfterAFailure() throws SQLException {
        String sql = "SELECT 1";
        PreparedStatement failed = take(sql);
        connections.done(connection, sql, failed, false);
        assertThat(failed.isClosed()).isTrue();
        assertThat(use(1)).isNotSameAs(failed);
        connections.giveBack(connection, true, true);
    }

    @Test
    void endWithTheirConnectionAndNobodyElseGetsThem() throws SQLException {
        for (int number = 0; number < MOST; number++) {
            use(number);
        }
        connections.giveBack(connection, true, false);
        assertThat(open()).isZero();

        connection = connections.take(true);
        assertThat(use(1).isClosed()).isFalse();
        assertThat(made).hasSize(MOST + 1);
        connections.giveBack(connection, true, true);
        connections.close();
        assertThat(open()).isZero();
    }

    /** Each number of arrivals has a statement of its own, so a feed alone asks for more than are kept. */
    @Test
    void doNotLimitHowManyEventsComeAtATime() throws SQLException {
        connections.giveBack(connection, true, true);
        try (JdbcStateStore store =
                JdbcStateStore.file(folder.resolve("feed.db")).open()) {
            for (int round = 0; round < 2; round++) {
                for (int size = 1; size <= 2 * MOST; size++) {
                    String batch = round + "-" + size + "-";
                    List<Arrival> arrivals = IntStream.range(0, size)
                            .mapToObj(number -> new Arrival(Samples.event(batch + number), "o-" + number))
                            .toList();
                    assertThat(store.<Integer>transact(t -> t.inbox("feed").accept(arrivals)))
                            .isEqualTo(size);
                }
            }
        }
    }
}
