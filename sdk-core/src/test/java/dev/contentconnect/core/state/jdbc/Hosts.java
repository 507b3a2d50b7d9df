package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.testkit.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** One database, as several hosts and an administrator see it. */
record Hosts(JdbcStateStore.Builder builder, DataSource source) {

    static Hosts file(Path file) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        return new Hosts(JdbcStateStore.file(file), source);
    }

    static Hosts postgres() {
        DataSource source = PostgresServer.schema();
        return new Hosts(JdbcStateStore.builder(source), source);
    }

    /** What somebody does who has the password and a tool. */
    void sql(String... statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
