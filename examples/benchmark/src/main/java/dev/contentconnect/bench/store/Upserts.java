package dev.contentconnect.bench.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** One row of half a kilobyte in each transaction, to compare databases rather than stores. */
final class Upserts implements Contender {
    private final Connection connection;
    private final PreparedStatement upsert;
    private final String afterCommit;

    Upserts(Connection connection, String upsert, String afterCommit, String... setUp) throws SQLException {
        this.connection = connection;
        this.afterCommit = afterCommit;
        try (Statement statement = connection.createStatement()) {
            for (String each : setUp) {
                statement.execute(each);
            }
            statement.execute("CREATE TABLE t (k VARCHAR(50) PRIMARY KEY, v VARCHAR(1000))");
        }
        connection.setAutoCommit(false);
        this.upsert = connection.prepareStatement(upsert);
    }

    @Override
    public void commit(long number) throws SQLException {
        upsert.setString(1, "k" + number % 1_000);
        upsert.setString(2, "v".repeat(500) + number);
        upsert.executeUpdate();
        connection.commit();
        if (!afterCommit.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(afterCommit);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
