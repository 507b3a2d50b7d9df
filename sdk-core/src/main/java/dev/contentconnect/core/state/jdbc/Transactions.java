package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.time.TimeSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work in transactions, and again when two of them met. */
final class Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int MAX_RUNS = 10;
    private static final long MAX_PAUSE_MILLIS = 500;

    private final Connections connections;
    private final Dialect dialect;
    private final Tables tables;

    Transactions(Connections connections, Dialect dialect, Tables tables) {
        this.connections = connections;
        this.dialect = dialect;
        this.tables = tables;
    }

    /** A transaction that writes. */
    <T extends @Nullable Object> T write(Function<Session, T> work) {
        for (int run = 1; ; run++) {
            Run<T> once = new Run<>(work, true);
            try {
                return once.run();
            } catch (RuntimeException e) {
                if (!once.met || run == MAX_RUNS || !pause(run)) {
                    throw e;
                }
            }
        }
    }

    /** A transaction that reads. It is not run again: what it gave out cannot be taken back. */
    <T extends @Nullable Object> T read(Function<Session, T> work) {
        return new Run<>(work, false).run();
    }

    /** Waits up to twice as long each time; the pause is chance, so that those who met part. */
    private static boolean pause(int run) {
        long most = Math.min(MAX_PAUSE_MILLIS, 4L << run);
        try {
            // Real time, whatever clock the store is on: the other transaction runs in real time.
            TimeSource.system()
                    .sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(most + 1)));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One run of the work on one connection. */
    private final class Run<T extends @Nullable Object> {
        private final Function<Session, T> work;
        private final boolean writes;
        private boolean met;
        private boolean broken;

        Run(Function<Session, T> work, boolean writes) {
            this.work = work;
            this.writes = writes;
        }

        T run() {
            Connection connection = take();
            @Nullable Throwable failure = null;
            T result;
            Dialect.Bracket bracket;
            try {
                bracket = begin(connection);
                result = transact(connection, bracket);
            } catch (RuntimeException | Error e) {
                failure = e;
                throw e;
            } finally {
                giveBack(connection, failure);
            }
            await(bracket);
            return result;
        }

        private void await(Dialect.Bracket bracket) {
            try {
                bracket.await();
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        private Connection take() {
            try {
                return connections.take(writes);
            } catch (SQLException e) {
                Fault fault = dialect.fault(e);
                met = fault.met();
                throw fault.exception(e);
            }
        }

        private T transact(Connection connection, Dialect.Bracket bracket) {
            Session session = new Session(connections, connection, dialect, tables);
            try {
                T result = work.apply(session);
                session.requireSound();
                commit(bracket);
                return result;
            } catch (RuntimeException | Error e) {
                met |= session.met();
                broken |= session.broken();
                undo(bracket::rollback, e);
                undo(bracket::restore, e);
                throw e;
            } finally {
                session.end();
            }
        }

        private Dialect.Bracket begin(Connection connection) {
            try {
                return connections.begin(connection, dialect, writes);
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        private void commit(Dialect.Bracket bracket) {
            try {
                bracket.commit();
            } catch (SQLException e) {
                throw failed(e);
            }
            try {
                bracket.restore();
            } catch (SQLException e) {
                // It is committed; that the connection is of no use to others is for its pool to find out.
                LOG.warn(
                        "a connection could not be left as it was found: {}",
                        dialect.fault(e).exception(e).getMessage());
            }
        }

        private StateException failed(SQLException e) {
            Fault fault = dialect.fault(e);
            met = fault.met();
            broken = true;
            return fault.exception(e);
        }

        private void undo(Undo step, Throwable because) {
            try {
                step.run();
            } catch (SQLException e) {
                broken = true;
                because.addSuppressed(dialect.fault(e).exception(e));
            }
        }

        private void giveBack(Connection connection, @Nullable Throwable failure) {
            try {
                connections.giveBack(connection, writes, !broken);
            } catch (SQLException e) {
                StateException closing = dialect.fault(e).exception(e);
                if (failure == null) {
                    LOG.warn("a connection could not be closed: {}", closing.getMessage());
                } else {
                    failure.addSuppressed(closing);
                }
            }
        }
    }

    private interface Undo {
        void run() throws SQLException;
    }
}
