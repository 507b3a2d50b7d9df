package dev.contentconnect.bench.store;

import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.jdbc.JdbcStateStore;
import dev.contentconnect.core.testkit.KeptConnections;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;

/** An empty database that flushes each commit to disk, gone when it is closed. */
interface Database extends AutoCloseable {

    /** A store on it. */
    StateStore store();

    /** A connection as the store would set it up, in a transaction of its own. */
    Connection connect() throws SQLException;

    @Override
    void close() throws IOException;

    /** One file. */
    static Database file() throws IOException {
        Path folder = Files.createTempDirectory("durable");
        Path file = folder.resolve("state.db");
        return new Database() {
            @Override
            public StateStore store() {
                return JdbcStateStore.file(file).open();
            }

            @Override
            public Connection connect() throws SQLException {
                Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("PRAGMA journal_mode = WAL");
                    statement.execute("PRAGMA synchronous = FULL");
                }
                connection.setAutoCommit(false);
                return connection;
            }

            @Override
            public void close() throws IOException {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        };
    }

    /** A PostgreSQL server. */
    static Database server() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        return new Database() {
            @Override
            public StateStore store() {
                return JdbcStateStore.builder(new KeptConnections(server.getPostgresDatabase()))
                        .open();
            }

            @Override
            public Connection connect() throws SQLException {
                Connection connection = server.getPostgresDatabase().getConnection();
                connection.setAutoCommit(false);
                return connection;
            }

            @Override
            public void close() throws IOException {
                server.close();
            }
        };
    }
}
