package dev.contentconnect.core.state.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.state.StateStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Transactions of one file that share a commit: all or none of it, and each answers for its own part. */
@Timeout(60)
class GroupCommitTest {
    @TempDir
    Path folder;

    private final Dialect dialect = new SqliteDialect();
    private boolean waiting;
    private final GroupCommit commits = new GroupCommit(() -> waiting);
    private Connection writer;
    private Connection eyes;

    @BeforeEach
    void open() throws SQLException {
        writer = connect();
        run(writer, "PRAGMA journal_mode = WAL");
        run(writer, "PRAGMA foreign_keys = ON");
        run(writer, "CREATE TABLE a (n INTEGER PRIMARY KEY)");
        run(writer, "CREATE TABLE b (n INTEGER REFERENCES a DEFERRABLE INITIALLY DEFERRED)");
        eyes = connect();
    }

    @AfterEach
    void close() throws SQLException {
        writer.close();
        eyes.close();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("group.db"));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What everybody sees. */
    private List<Integer> rows() throws SQLException {
        List<Integer> rows = new ArrayList<>();
        try (Statement statement = eyes.createStatement();
                ResultSet all = statement.executeQuery("SELECT n FROM a ORDER BY n")) {
            while (all.next()) {
                rows.add(all.getInt(1));
            }
        }
        return rows;
    }

    /** A part that is done while somebody waits for the writer. */
    private Dialect.Bracket leftOpen(int row) throws SQLException {
        Dialect.Bracket part = commits.begin(writer, dialect);
        run(writer, "INSERT INTO a VALUES (" + row + ")");
        waiting = true;
        part.commit();
        waiting = false;
        return part;
    }

    @Test
    void commitsAtOnceWhereNobodyWaits() throws Exception {
        Dialect.Bracket part = commits.begin(writer, dialect);
        run(writer, "INSERT INTO a VALUES (1)");
        part.commit();
        assertThat(rows()).containsExactly(1);
        part.await();
    }

    @Test
    void commitsWithTheNextWhereSomebodyWaits() throws Exception {
        Dialect.Bracket first = leftOpen(1);
        assertThat(rows()).isEmpty();
        Dialect.Bracket second = leftOpen(2);
        assertThat(rows()).isEmpty();
        Dialect.Bracket third = commits.begin(writer, dialect);
        run(writer, "INSERT INTO a VALUES (3)");
        third.commit();
        assertThat(rows()).containsExactly(1, 2, 3);
        first.await();
        second.await();
        third.await();
    }

    @Test
    void doesNotLetTheFirstWaitForEver() throws Exception {
        List<Dialect.Bracket> parts = new ArrayList<>();
        int row = 0;
        while (rows().isEmpty()) {
            parts.add(leftOpen(++row));
        }
        assertThat(parts).hasSizeBetween(2, 100);
        for (Dialect.Bracket part : parts) {
            part.await();
        }
    }

    @Test
    void takesBackOnlyThePartThatFailed() throws Exception {
        Dialect.Bracket first = leftOpen(1);
        Dialect.Bracket second = commits.begin(writer, dialect);
        run(writer, "INSERT INTO a VALUES (2)");
        second.rollback();
        first.await();
        assertThat(rows()).containsExactly(1);
    }

    @Test
    void tellsAllOfThemThatTheCommitFailed() throws Exception {
        Dialect.Bracket first = leftOpen(1);
        Dialect.Bracket second = commits.begin(writer, dialect);
        run(writer, "INSERT INTO b VALUES (99)");
        assertThatThrownBy(second::commit).isInstanceOf(SQLException.class);
        assertThatThrownBy(first::await).isInstanceOf(SQLException.class);
        assertThat(rows()).isEmpty();

        Dialect.Bracket next = commits.begin(writer, dialect);
        run(writer, "INSERT INTO a VALUES (4)");
        next.commit();
        assertThat(rows()).containsExactly(4);
    }

    /** As SQLite does by itself when the disk fails. */
    @Test
    void tellsTheOthersWhenAFailureTookBackEverything() throws Exception {
        Dialect.Bracket first = leftOpen(1);
        Dialect.Bracket second = commits.begin(writer, dialect);
        run(writer, "ROLLBACK");
        assertThatThrownBy(second::rollback).isInstanceOf(SQLException.class);
        assertThatThrownBy(first::await).isInstanceOf(SQLException.class);
        assertThat(rows()).isEmpty();
    }

    @Test
    void endsWhatWasLeftOpenWhereNobodyGoesOn() throws Exception {
        Dialect.Bracket first = leftOpen(1);
        commits.finish();
        first.await();
        assertThat(rows()).containsExactly(1);
        commits.finish();
    }

    @Test
    void losesNothingOfManyThreadsOfWhichSomeFail() throws Exception {
        Path file = folder.resolve("state.db");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (StateStore store = JdbcStateStore.file(file).open()) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String key = "k" + i;
                boolean fails = i % 5 == 0;
                all.add(threads.submit(() -> store.transact(t -> {
                    boolean fresh = t.claimKey("scope", key, Samples.T0);
                    if (fails) {
                        throw new IllegalStateException("no");
                    }
                    return fresh;
                })));
            }
            for (int i = 0; i < all.size(); i++) {
                Future<Boolean> each = all.get(i);
                if (i % 5 == 0) {
                    assertThatThrownBy(each::get).hasRootCauseMessage("no");
                } else {
                    assertThat(each.get()).isTrue();
                }
            }
        } finally {
            threads.shutdown();
            assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
        try (StateStore store = JdbcStateStore.file(file).open()) {
            for (int i = 0; i < 400; i++) {
                String key = "k" + i;
                boolean fresh = store.transact(t -> t.claimKey("scope", key, Samples.T0));
                assertThat(fresh).as(key).isEqualTo(i % 5 == 0);
            }
        }
    }
}
