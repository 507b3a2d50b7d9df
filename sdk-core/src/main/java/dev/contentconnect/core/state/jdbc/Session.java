package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateException.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs the statements of one transaction. After a failure it runs no more: what is half done must not be committed. */
final class Session {
    /** Rows that are held at a time of what is walked through. */
    private static final int FETCH = 32;

    private final Connections connections;
    private final Connection connection;
    private final Dialect dialect;
    private final Tables tables;
    private @Nullable StateException failure;
    private @Nullable Long now;
    private @Nullable Held held;
    private boolean met;
    private boolean broken;
    private boolean ended;

    Session(Connections connections, Connection connection, Dialect dialect, Tables tables) {
        this.connections = connections;
        this.connection = connection;
        this.dialect = dialect;
        this.tables = tables;
    }

    Dialect dialect() {
        return dialect;
    }

    /** The beginning of the transaction by the database's clock, in milliseconds. */
    long now() {
        if (now == null) {
            now = first("SELECT " + dialect.clock(), row -> row.number(1)).orElseThrow();
        }
        return now;
    }

    /** Takes the time from an answer that was wanted anyway. */
    void learnNow(long millis) {
        if (now == null) {
            now = millis;
        }
    }

    Tables tables() {
        return tables;
    }

    /** Whether the work is to be run again, since it met another's. */
    boolean met() {
        return met;
    }

    /** Whether the database failed, so that the connection is not to be trusted. */
    boolean broken() {
        return broken;
    }

    void end() {
        ended = true;
    }

    /** Fails when the transaction is over, or has failed already. */
    void requireSound() {
        if (ended) {
            throw new IllegalStateException("the transaction has ended");
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Dooms the transaction, even where the work catches what is thrown. */
    StateException lose(Reason reason, String message) {
        return lose(reason, message, null);
    }

    StateException lose(Reason reason, String message, @Nullable Throwable cause) {
        StateException lost = new StateException(reason, message, cause);
        failure = lost;
        return lost;
    }

    StateException fail(SQLException e) {
        Fault fault = dialect.fault(e);
        StateException failed = fault.exception(e);
        failure = failed;
        met = fault.met();
        broken = true;
        return failed;
    }

    /**
     * A write whose answer nobody waits for. Where one statement can hold another it is kept back, and goes along with the
     * next question that may carry it: that saves a round trip. Whatever else touches its table comes after it.
     *
     * @param table which it writes to, as it stands in templates
     */
    void later(String table, String template, @Nullable Object... values) {
        if (dialect.locksRows()) {
            requireSound();
            writeHeld();
            held = new Held(table, template, Arrays.asList(values));
        } else {
            update(template, values);
        }
    }

    /** Writes what was kept back and found no carrier. */
    void writeHeld() {
        if (held != null) {
            Held write = held;
            held = null;
            update(write.template, write.values.toArray());
        }
    }

    /** Whether there is such a row, asked of another table than that of a write that may be kept back, which goes along. */
    boolean existsCarrying(String template, @Nullable Object... values) {
        if (held == null) {
            return first(template, row -> true, values).isPresent();
        }
        Held write = held;
        held = null;
        List<@Nullable Object> all = new ArrayList<>(write.values);
        all.addAll(Arrays.asList(values));
        return first("WITH carried AS (" + write.template + ") " + template, row -> true, all.toArray())
                .isPresent();
    }

    int update(String template, @Nullable Object... values) {
        return run(template, statement -> {
            bind(statement, values);
            return statement.executeUpdate();
        });
    }

    /** Runs a statement once for each group of values, sent together. */
    int[] batch(String template, List<@Nullable Object[]> groups) {
        return run(template, statement -> {
            for (@Nullable Object[] values : groups) {
                bind(statement, values);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    <T> Optional<T> first(String template, Reading<T> reading, @Nullable Object... values) {
        List<T> rows = list(template, reading, values);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    <T> List<T> list(String template, Reading<T> reading, @Nullable Object... values) {
        List<T> rows = new ArrayList<>();
        each(template, reading, rows::add, values);
        return rows;
    }

    <T> void each(String template, Reading<T> reading, Consumer<? super T> consumer, @Nullable Object... values) {
        run(template, statement -> {
            statement.setFetchSize(FETCH);
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                Row row = new Row(rows);
                while (rows.next()) {
                    consumer.accept(read(row, reading));
                }
            }
            return true;
        });
    }

    private <T> T read(Row row, Reading<T> reading) throws SQLException {
        try {
            return reading.of(row);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw lose(Reason.CORRUPT, "a stored value is no value of ours", e);
        }
    }

    private <T> T run(String template, Work<T> work) {
        requireSound();
        if (held != null && template.contains(held.table)) {
            writeHeld();
        }
        String sql = tables.sql(template);
        try {
            PreparedStatement statement = connections.prepare(connection, sql);
            boolean sound = false;
            try {
                T result = work.on(statement);
                sound = true;
                return result;
            } finally {
                connections.done(connection, sql, statement, sound);
            }
        } catch (SQLException e) {
            throw fail(e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof String text) {
                statement.setString(i + 1, Text.encode(text));
            } else if (value instanceof Number number) {
                statement.setLong(i + 1, number.longValue());
            } else {
                statement.setNull(i + 1, Types.NULL);
            }
        }
    }

    private record Held(String table, String template, List<@Nullable Object> values) {}

    /** Makes a value of a row. */
    interface Reading<T> {
        T of(Row row) throws SQLException;
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
