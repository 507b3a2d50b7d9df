package dev.contentconnect.core.state.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;

/** How we use a SQLite file. */
final class Pragmas {
    private static final int BUSY = 5;
    private static final int ATTEMPTS = 100;
    private static final long PAUSE_NANOS = 50_000_000;

    private Pragmas() {}

    static void set(Connection connection, String last) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Before anything that may have to wait for another process.
            statement.execute("PRAGMA busy_timeout = 5000");
            writeAhead(statement);
            // On macOS fsync does not reach the disk; elsewhere this changes nothing.
            statement.execute("PRAGMA fullfsync = 1");
            // What the log takes is given back after a long read has kept it from being reused.
            statement.execute("PRAGMA journal_size_limit = 67108864");
            statement.execute(last);
        }
    }

    /** The busy time-out does not count here: of hosts that open a new file together, all but one are busy at once. */
    private static void writeAhead(Statement statement) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try (ResultSet mode = statement.executeQuery("PRAGMA journal_mode = WAL")) {
                if (!mode.next() || !"wal".equalsIgnoreCase(mode.getString(1))) {
                    throw new SQLException("this place cannot hold a write-ahead log: use a local disk");
                }
                return;
            } catch (SQLException e) {
                if ((e.getErrorCode() & 0xff) != BUSY || attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
