package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.state.StateException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** SQLite 3.42 or later: one writer at a time from the first moment of its transaction. */
final class SqliteDialect implements Dialect {

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public Bracket begin(Connection connection, boolean writes) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        // The driver begins transactions of its own kind otherwise, which write-lock only at their first write and then
        // fail where they should wait.
        connection.setAutoCommit(true);
        execute(connection, writes ? "BEGIN IMMEDIATE" : "BEGIN");
        return new Begun(connection, autoCommit);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public boolean locksRows() {
        return false;
    }

    @Override
    public String clock() {
        return "CAST(round(unixepoch('subsec') * 1000) AS INTEGER)";
    }

    @Override
    public void lockMigrations(Session session) {
        // Whoever writes is alone.
    }

    @Override
    public boolean hasTable(Session session, String table) {
        return session.first("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", row -> true, table)
                .isPresent();
    }

    /** By SQLite's result codes; the driver adds a further byte to some. */
    @Override
    public Fault fault(SQLException failure) {
        return switch (failure.getErrorCode() & 0xff) {
            case 5, 6 -> Fault.rerun(); // BUSY, LOCKED
            case 10 -> Fault.quoted(Reason.UNAVAILABLE); // IOERR
            case 11, 26 -> Fault.quoted(Reason.CORRUPT); // CORRUPT, NOTADB
            case 13 -> Fault.quoted(Reason.FULL); // FULL
            case 14 -> Fault.quoted(Reason.UNAVAILABLE); // CANTOPEN
            case 1 -> Fault.quoted(isSchema(failure) ? Reason.SCHEMA : Reason.FAILED); // ERROR
            case 0 -> SqlStates.fault(failure); // of the driver itself
            default -> Fault.quoted(Reason.FAILED);
        };
    }

    private static boolean isSchema(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("no such table") || message.contains("no such column");
    }

    private record Begun(Connection connection, boolean autoCommit) implements Bracket {
        @Override
        public void commit() throws SQLException {
            execute(connection, "COMMIT");
        }

        @Override
        public void rollback() throws SQLException {
            execute(connection, "ROLLBACK");
        }

        @Override
        public void restore() throws SQLException {
            connection.setAutoCommit(autoCommit);
        }
    }
}
