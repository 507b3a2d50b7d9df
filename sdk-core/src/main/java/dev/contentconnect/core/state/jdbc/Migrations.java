package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Brings the tables up to date: one file for each version, for each kind of database. */
final class Migrations {
    /** The version that this library writes. */
    static final int NEWEST = 1;

    private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*(?:\\n|$)");

    private Migrations() {}

    /** Runs within one transaction, so that a host that dies on the way leaves the tables as they were. */
    static void apply(Session session) {
        String table = session.tables().prefix() + "schema";
        session.dialect().lockMigrations(session);
        // Asked first: a host that may not create tables can use those that are there.
        if (!session.dialect().hasTable(session, table)) {
            session.update("CREATE TABLE {p}schema (version BIGINT NOT NULL)");
            session.update("INSERT INTO {p}schema (version) VALUES (0)");
        }
        long present = session.first("SELECT max(version) FROM {p}schema", row -> row.number(1))
                .orElse(0L);
        if (present > NEWEST) {
            throw new StateException(
                    Reason.SCHEMA,
                    "the tables are of version " + present + "; this library knows up to " + NEWEST
                            + ". Use a newer library",
                    null);
        }
        for (long next = present + 1; next <= NEWEST; next++) {
            advance(session, next);
        }
    }

    private static void advance(Session session, long version) {
        try {
            statements(session.dialect().name() + "-" + version + ".sql").forEach(session::update);
            session.update("UPDATE {p}schema SET version = ?", version);
        } catch (StateException e) {
            if (e.reason() != Reason.FAILED) {
                throw e;
            }
            throw new StateException(
                    Reason.SCHEMA, "the tables cannot be brought to version " + version + ": " + e.getMessage(), e);
        }
    }

    private static List<String> statements(String name) {
        try (InputStream in = Objects.requireNonNull(Migrations.class.getResourceAsStream(name), name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.stripLeading().startsWith("--"))
                    .collect(Collectors.joining("\n"));
            return Arrays.stream(END_OF_STATEMENT.split(text, -1))
                    .filter(statement -> !statement.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
