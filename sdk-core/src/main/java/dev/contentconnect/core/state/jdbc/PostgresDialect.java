package dev.contentconnect.core.state.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.CRC32;

/**
 * PostgreSQL 12 or later: row locks, and snapshots for reads. Writes are made for READ COMMITTED, the server's default, but
 * do not insist on it: asking for it would cost each transaction one more question to the server, and where the host has
 * chosen a stricter isolation they are right as well and are only run again more often.
 */
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
        if (!writes) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            }
        }
        return new Begun(connection, autoCommit);
    }

    @Override
    public boolean locksRows() {
        return true;
    }

    @Override
    public String clock() {
        return "CAST(floor(extract(epoch FROM now()) * 1000) AS BIGINT)";
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
