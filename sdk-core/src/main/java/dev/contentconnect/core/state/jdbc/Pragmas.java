package dev.contentconnect.core.state.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How we use a SQLite file. */
final class Pragmas {
    private Pragmas() {}

    static void set(Connection connection, String last) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Before anything that may have to wait for another process.
            statement.execute("PRAGMA busy_timeout = 5000");
            try (ResultSet mode = statement.executeQuery("PRAGMA journal_mode = WAL")) {
                if (!mode.next() || !"wal".equalsIgnoreCase(mode.getString(1))) {
                    throw new SQLException("this place cannot hold a write-ahead log: use a local disk");
                }
            }
            // On macOS fsync does not reach the disk; elsewhere this changes nothing.
            statement.execute("PRAGMA fullfsync = 1");
            // What the log takes is given back after a long read has kept it from being reused.
            statement.execute("PRAGMA journal_size_limit = 67108864");
            statement.execute(last);
        }
    }
}
