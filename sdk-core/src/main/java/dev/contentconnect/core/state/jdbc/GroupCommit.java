package dev.contentconnect.core.state.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets transactions that stand in line for the one writer of a file share a commit, which costs more than most of what they
 * write: whoever is done while another waits leaves the transaction open to them and waits for its end. Each part is a
 * savepoint, so that one that fails takes back its own writes only. Belongs to whoever holds the writer; waiting does not.
 */
final class GroupCommit {
    /** So that the first does not wait for ever where the line never ends. */
    private static final int MOST = 16;

    private final BooleanSupplier othersWait;
    private @Nullable Group open;

    /**
     * For one writer.
     *
     * @param othersWait whether somebody will certainly take the writer as soon as it is free
     */
    GroupCommit(BooleanSupplier othersWait) {
        this.othersWait = othersWait;
    }

    /** Begins a part: of the transaction that was left open, or of a new one. */
    Dialect.Bracket begin(Connection connection, Dialect dialect) throws SQLException {
        Group group = open;
        if (group == null) {
            return new Part(connection, new Group(dialect.begin(connection, true)));
        }
        open = null;
        try {
            execute(connection, "SAVEPOINT part");
        } catch (SQLException | RuntimeException | Error e) {
            group.end();
            throw e;
        }
        return new Part(connection, group);
    }

    /** Ends what was left open, where whoever took the writer cannot go on with it. */
    void finish() {
        Group group = open;
        if (group != null) {
            open = null;
            group.end();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Parts that are committed together. */
    private static final class Group {
        private final Dialect.Bracket transaction;
        private final CompletableFuture<Boolean> end = new CompletableFuture<>();
        private int parts;

        Group(Dialect.Bracket transaction) {
            this.transaction = transaction;
        }

        /** Commits, and tells all that wait how it went. */
        void end() {
            try {
                transaction.commit();
                end.complete(true);
            } catch (SQLException | RuntimeException | Error e) {
                lose(e);
            }
        }

        void lose(Throwable because) {
            try {
                transaction.rollback();
            } catch (SQLException | RuntimeException e) {
                // Most of the failures that end up here have undone everything already.
                because.addSuppressed(e);
            }
            end.completeExceptionally(because);
        }
    }

    private final class Part implements Dialect.Bracket {
        private final Connection connection;
        private final Group group;
        private final boolean first;

        Part(Connection connection, Group group) {
            this.connection = connection;
            this.group = group;
            this.first = group.parts == 0;
        }

        @Override
        public void commit() throws SQLException {
            if (!first) {
                execute(connection, "RELEASE part");
            }
            group.parts++;
            if (group.parts < MOST && othersWait.getAsBoolean()) {
                open = group;
            } else {
                group.end();
                await();
            }
        }

        @Override
        public void rollback() throws SQLException {
            if (first) {
                group.transaction.rollback();
                return;
            }
            try {
                execute(connection, "ROLLBACK TO part");
                execute(connection, "RELEASE part");
            } catch (SQLException | RuntimeException | Error e) {
                // Out of space, or the disk failed: the file took everything back, the parts before this one too.
                group.lose(e);
                throw e;
            }
            group.end();
        }

        @Override
        public void restore() throws SQLException {
            group.transaction.restore();
        }

        /** Not to be interrupted: whether it was committed must be known. */
        @Override
        public void await() throws SQLException {
            try {
                group.end.join();
            } catch (CompletionException e) {
                throw failure(e.getCause());
            }
        }
    }

    private static SQLException failure(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof SQLException sql ? sql : new SQLException(cause);
    }
}
