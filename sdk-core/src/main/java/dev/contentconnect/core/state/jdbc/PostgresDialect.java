package dev.contentconnect.core.state.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.CRC32;

/** PostgreSQL 12 or later: READ COMMITTED with row locks, and snapshots for reads. */
final class PostgresDialect implements Dialect {
    /** Any number will do, as long as all hosts take the same: the library's name in ASCII. */
    private static final long LOCKS = 0x636f6e74_00000000L;

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Bracket begin(Connection connection, boolean writes) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        if (autoCommit) {
            connection.setAutoCommit(false);
        } else {
            connection.rollback();
        }
        // For this transaction only, and sent together with its BEGIN: asking for the connection's isolation, setting
        // and
        // restoring it takes three more questions to the server.
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    writes
                            ? "SET TRANSACTION ISOLATION LEVEL READ COMMITTED READ WRITE"
                            : "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
        }
        return new Begun(connection, autoCommit);
    }

    @Override
    public boolean locksRows() {
        return true;
    }

    @Override
    public long now(Session session) {
        return session.first("SELECT CAST(floor(extract(epoch FROM now()) * 1000) AS BIGINT)", row -> row.number(1))
                .orElseThrow();
    }

    @Override
    public void lockMigrations(Session session) {
        CRC32 crc = new CRC32();
        crc.update(session.tables().prefix().getBytes(StandardCharsets.UTF_8));
        session.first("SELECT pg_advisory_xact_lock(?)", row -> true, LOCKS | crc.getValue());
    }

    @Override
    public boolean hasTable(Session session, String table) {
        return session.first("SELECT to_regclass(?) IS NOT NULL", row -> row.flag(1), table)
                .orElse(false);
    }

    @Override
    public Fault fault(SQLException failure) {
        return SqlStates.fault(failure);
    }

    private record Begun(Connection connection, boolean autoCommit) implements Bracket {
        @Override
        public void commit() throws SQLException {
            connection.commit();
        }

        @Override
        public void rollback() throws SQLException {
            connection.rollback();
        }

        @Override
        public void restore() throws SQLException {
            connection.setAutoCommit(autoCommit);
        }
    }
}
