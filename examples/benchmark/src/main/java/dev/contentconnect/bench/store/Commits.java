package dev.contentconnect.bench.store;

import dev.contentconnect.core.state.jdbc.JdbcStateStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures durable commits per second. Arguments, all optional: {@code rounds=5}; {@code seconds=5} of each contender in
 * each round; {@code only=file,postgres,candidates}; {@code folder=where the files go}, a real disk; {@code report=file}.
 *
 * <p>Contenders take turns, each round in another order; figures are medians of the rounds, and the ratio is the median of
 * the rounds' ratios.
 */
public final class Commits {
    private static final String PREFIX = "contentconnect_";
    private static final String SQLITE_UPSERT =
            "INSERT INTO t (k, v) VALUES (?, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v";
    private static final String H2_UPSERT = "MERGE INTO t (k, v) KEY (k) VALUES (?, ?)";

    private final Map<String, String> options = new LinkedHashMap<>();
    private final StringBuilder out = new StringBuilder();

    private Commits(String[] args) {
        for (String arg : args) {
            int equals = arg.indexOf('=');
            options.put(arg.substring(0, Math.max(0, equals)), arg.substring(equals + 1));
        }
    }

    /**
     * Runs it.
     *
     * @param args see the class
     * @throws Exception when a database cannot be started or fails
     */
    public static void main(String[] args) throws Exception {
        System.out.println(table(args));
    }

    /** Runs it and gives the table. */
    static String table(String... args) throws Exception {
        return new Commits(args).run();
    }

    private String run() throws Exception {
        String only = options.getOrDefault("only", "file,postgres,candidates");
        Path folder = Files.createTempDirectory(Path.of(options.getOrDefault("folder", "target")), "commits");
        out.append("Medians of %s round(s), Java %s, %d processors%n%n"
                .formatted(rounds(), Runtime.version(), Runtime.getRuntime().availableProcessors()));
        out.append("| database | contender | commits/s | of the first |\n|---|---|---|---|\n");
        if (only.contains("file")) {
            file(folder);
        }
        if (only.contains("postgres")) {
            postgres();
        }
        if (only.contains("candidates")) {
            candidates(folder);
        }
        String report = options.getOrDefault("report", "");
        if (!report.isEmpty()) {
            Files.writeString(Path.of(report), out, StandardCharsets.UTF_8);
        }
        return out.toString();
    }

    private int rounds() {
        return Integer.parseInt(options.getOrDefault("rounds", "5"));
    }

    private void file(Path folder) throws SQLException {
        Path bare = folder.resolve("bare.db");
        JdbcStateStore.file(bare).open().close();
        Race race = race("SQLite file");
        race.enter("bare JDBC", new BareJdbc(sqlite(bare, "FULL"), PREFIX));
        race.enter(
                "sdk",
                new SdkStore(JdbcStateStore.file(folder.resolve("sdk.db")).open()));
        out.append(race.run());
    }

    private void postgres() throws SQLException, IOException {
        // What the library switches off, on again: a real server's durability.
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .start()) {
            Race race = race("PostgreSQL");
            Connection bare = server.getPostgresDatabase().getConnection();
            Connection sdk = server.getPostgresDatabase().getConnection();
            JdbcStateStore.builder(OneConnection.of(bare))
                    .tablePrefix("bare_")
                    .open()
                    .close();
            race.enter("bare JDBC", new BareJdbc(bare, "bare_"));
            race.enter(
                    "sdk",
                    new SdkStore(JdbcStateStore.builder(OneConnection.of(sdk)).open()));
            out.append(race.run());
        }
    }

    private void candidates(Path folder) throws SQLException {
        Race race = race("one upsert of 500 bytes");
        race.enter(
                "SQLite, WAL, synchronous=FULL",
                new Upserts(sqlite(folder.resolve("full.db"), "FULL"), SQLITE_UPSERT, ""));
        race.enter(
                "SQLite, WAL, synchronous=NORMAL",
                new Upserts(sqlite(folder.resolve("normal.db"), "NORMAL"), SQLITE_UPSERT, ""));
        race.enter("H2 as it comes", new Upserts(h2(folder.resolve("default")), H2_UPSERT, ""));
        race.enter("H2, WRITE_DELAY 0", new Upserts(h2(folder.resolve("nodelay")), H2_UPSERT, "", "SET WRITE_DELAY 0"));
        race.enter(
                "H2, CHECKPOINT SYNC after each commit",
                new Upserts(h2(folder.resolve("sync")), H2_UPSERT, "CHECKPOINT SYNC"));
        out.append(race.run());
    }

    private static Connection sqlite(Path file, String synchronous) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = " + synchronous);
        }
        return connection;
    }

    private static Connection h2(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:" + file.toAbsolutePath());
    }

    private Race race(String database) {
        double seconds = Double.parseDouble(options.getOrDefault("seconds", "5"));
        return new Race(database, rounds(), Duration.ofMillis((long) (1000 * seconds)));
    }
}
