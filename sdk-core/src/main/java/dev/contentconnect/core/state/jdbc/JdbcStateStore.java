package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.StateTransaction;
import dev.contentconnect.core.state.StateView;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.time.TimeSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A store in a database. What {@link #transact} returned from outlives the process and, where the database is set up that
 * way, the machine: a file of {@link #file} is flushed to disk with each commit.
 *
 * <p>The driver is the host's: {@code org.xerial:sqlite-jdbc} for a file, {@code org.postgresql:postgresql} for a server.
 * Several hosts, and several stores of one process, may share a database and its tables.
 *
 * <p>When a call ends with {@link StateException.Reason#UNAVAILABLE}, the work may have been committed all the same. The
 * store needs no repair: call again when the database is back. Run the work again as it was: a key that was claimed, or a
 * feed that was moved, shows that it had arrived.
 *
 * <p>In a file, transactions that wait for each other share a flush to disk: one that is done may return only when the next
 * in line is done too. So work must not wait for what another thread does after its own transaction.
 *
 * <p>Texts may hold any character and be of any length. Times that callers give are kept to the nanosecond, except those
 * of {@link StateTransaction#claimKey}, which like the store's own are kept to the millisecond.
 */
public final class JdbcStateStore implements StateStore {
    private final Connections connections;
    private final Transactions transactions;
    private final @Nullable TimeSource time;
    private final TrailChain chain;
    private final ThreadLocal<Boolean> busy = new ThreadLocal<>();
    private volatile boolean closed;

    private JdbcStateStore(Builder builder, Connections connections, Dialect dialect) {
        this.connections = connections;
        this.transactions = new Transactions(connections, dialect, builder.tables);
        this.time = builder.time;
        this.chain = builder.chain;
    }

    /**
     * A store in one file, which is made when it is not there, beside two more whose names begin like its own. The file
     * belongs on a local disk. It needs {@code org.xerial:sqlite-jdbc} on the class path. Its clock is the machine's.
     *
     * @param file where; its folder exists
     * @return a builder
     */
    public static Builder file(Path file) {
        return new Builder(() -> new FileConnections(file));
    }

    /**
     * A store in a database server (PostgreSQL 12 or later), or in a SQLite file that the host opens in its own way. Its
     * clock is the server's.
     *
     * @param source gives connections, best from a pool; the store takes one for each transaction and gives it back as it
     *     was. Never closed by the store
     * @return a builder
     */
    public static Builder builder(DataSource source) {
        return new Builder(() -> new Connections.OfHost(source));
    }

    @Override
    public <T extends @Nullable Object> T transact(Function<StateTransaction, T> work) {
        return alone(() -> transactions.<T>write(session -> {
            JdbcTransaction transaction = new JdbcTransaction(session, time, chain);
            T result = work.apply(transaction);
            transaction.finish();
            return result;
        }));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Neither waits for writers nor holds them up. The work is run once; long walks hold a few entries at a time.
     */
    @Override
    public <T extends @Nullable Object> T read(Function<StateView, T> work) {
        return alone(() -> transactions.<T>read(session -> work.apply(new JdbcView(session))));
    }

    private <T extends @Nullable Object> T alone(Call<T> call) {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
        if (busy.get() != null) {
            throw new IllegalStateException("transactions do not nest");
        }
        busy.set(true);
        try {
            return call.run();
        } finally {
            busy.remove();
        }
    }

    /** Ends the store once what is under way has ended. A {@code DataSource} of the host stays open. */
    @Override
    public void close() {
        closed = true;
        connections.close();
    }

    private interface Call<T extends @Nullable Object> {
        T run();
    }

    private interface Opening {
        Connections open();
    }

    /** How a store is opened. Not safe for use by several threads. */
    public static final class Builder {
        private final Opening opening;
        private Tables tables = new Tables("contentconnect_");
        private TrailChain chain = TrailChain.plain();
        private @Nullable TimeSource time;

        private Builder(Opening opening) {
            this.opening = opening;
        }

        /**
         * What the names of the tables begin with; default {@code contentconnect_}. Stores with different prefixes share
         * nothing.
         *
         * @param prefix a letter and up to 19 letters, digits or underscores, all in lower case
         * @return this builder
         * @throws IllegalArgumentException when it is none
         */
        public Builder tablePrefix(String prefix) {
            this.tables = new Tables(prefix);
            return this;
        }

        /**
         * How the entries of the audit trail hang together; default {@link TrailChain#plain()}. All hosts that record use
         * the same.
         *
         * @param chain with a key or without
         * @return this builder
         */
        public Builder trailChain(TrailChain chain) {
            this.chain = chain;
            return this;
        }

        /**
         * The store's clock, in place of the database's; for tests.
         *
         * @param time the clock
         * @return this builder
         */
        public Builder timeSource(TimeSource time) {
            this.time = time;
            return this;
        }

        /**
         * Connects, and makes the tables or brings them up to date; other hosts that do the same wait meanwhile.
         *
         * @return a store; close it
         * @throws StateException UNAVAILABLE when the database does not answer, or there is no folder for the file, SCHEMA when the tables are newer than this
         *     library or cannot be brought up to date, CORRUPT when the file is no database
         * @throws IllegalArgumentException when the database is none that is known
         * @throws IllegalStateException when the driver for a file is not on the class path
         */
        public JdbcStateStore open() {
            Connections connections = opening.open();
            try {
                JdbcStateStore store = new JdbcStateStore(this, connections, dialect(connections));
                store.transactions.write(session -> {
                    Migrations.apply(session);
                    return true;
                });
                return store;
            } catch (RuntimeException | Error e) {
                connections.close();
                throw e;
            }
        }

        private static Dialect dialect(Connections connections) {
            try {
                Connection connection = connections.take(true);
                try {
                    return Dialect.of(connection.getMetaData());
                } finally {
                    connections.giveBack(connection, true, true);
                }
            } catch (SQLException e) {
                throw Dialect.unreachable(e);
            }
        }
    }
}
