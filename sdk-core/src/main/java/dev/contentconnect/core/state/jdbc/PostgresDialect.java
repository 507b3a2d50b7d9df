package dev.contentconnect.core.state.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.CRC32;

/** PostgreSQL 12 or later: READ COMMITTED with row locks, and snapshots for reads. */
final class PostgresDialect implements Dialect {
    /** Any number will do, as long as all hosts take the same: the library's name in ASCII. */
    private static final long LOCKS = 0x636f6e74_00000000L;

    // Both travel with the BEGIN, and nothing has to be set back afterwards. Setting the connection's isolation would
    // take
    // three questions to the server, asking for the time another.
    private static final String CLOCK = "; SELECT CAST(floor(extract(epoch FROM now()) * 1000) AS BIGINT)";
    private static final String WRITES = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED READ WRITE" + CLOCK;
    private static final String READS = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY" + CLOCK;

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
        return new Begun(connection, autoCommit, clock(connection, writes ? WRITES : READS));
    }

    private static long clock(Connection connection, String begin) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(begin);
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public boolean locksRows() {
        return true;
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

    private record Begun(Connection connection, boolean autoCommit, long now) implements Bracket {
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
