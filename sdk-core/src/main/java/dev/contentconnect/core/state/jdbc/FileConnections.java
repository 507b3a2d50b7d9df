package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Connections to one SQLite file: one that writes, and a few that read beside it. */
final class FileConnections implements Connections {
    private static final int READERS = 4;
    private static final int MOST_PAST = 8;

    private static final String URL = "jdbc:sqlite:";

    private final Path file;
    private final Driver driver;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Semaphore reading = new Semaphore(READERS, true);
    private final Deque<Connection> readers = new ArrayDeque<>();
    private final StatementCache statements = new StatementCache();
    private final AtomicInteger past = new AtomicInteger();
    private final GroupCommit commits = new GroupCommit(() -> writing.hasQueuedThreads() && !isClosed());
    private @Nullable Connection writer;
    private @Nullable Object fileKey;
    private boolean closed;

    FileConnections(Path file) {
        this.file = file.toAbsolutePath();
        if (this.file.toString().indexOf('?') >= 0) {
            throw new IllegalArgumentException("the driver takes no path with a question mark: " + this.file);
        }
        requirePlace(this.file);
        this.driver = driver();
    }

    /** The driver would say that the database does not answer. */
    private static void requirePlace(Path file) {
        @Nullable Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new StateException(
                    Reason.UNAVAILABLE, "there is no folder for the file " + file + "; make it first", null);
        }
        if (Files.isDirectory(file)) {
            throw new StateException(Reason.UNAVAILABLE, "a folder is where the file should be: " + file, null);
        }
    }

    private static Driver driver() {
        return ServiceLoader.load(Driver.class, FileConnections.class.getClassLoader()).stream()
                .filter(each -> each.type().getName().startsWith("org.sqlite."))
                .findFirst()
                .map(ServiceLoader.Provider::get)
                .orElseThrow(() -> new IllegalStateException(
                        "a store in a file needs the SQLite driver on the class path: add org.xerial:sqlite-jdbc"));
    }

    @Override
    public Connection take(boolean writes) throws SQLException {
        if (writes) {
            return takeWriter();
        }
        reading.acquireUninterruptibly();
        try {
            @Nullable Connection idle = idleReader();
            return idle == null ? open("PRAGMA query_only = 1") : idle;
        } catch (SQLException | RuntimeException e) {
            reading.release();
            throw e;
        }
    }

    /**
     * In line, but for who comes by just when the writer is free: to wake the next in line takes about as long as a small
     * commit. Not too often in a row, so that nobody waits for ever.
     */
    private void lockWriter() {
        if (past.get() < MOST_PAST && writing.tryLock()) {
            past.incrementAndGet();
        } else {
            writing.lock();
            past.set(0);
        }
    }

    private Connection takeWriter() throws SQLException {
        lockWriter();
        try {
            @Nullable Connection present = writer;
            if (present == null) {
                present = open("PRAGMA synchronous = FULL");
                writer = present;
            }
            requireSameFile();
            return present;
        } catch (SQLException | RuntimeException e) {
            commits.finish();
            writing.unlock();
            throw e;
        }
    }

    /** Where a file can be deleted while it is open, everything written from then on would vanish without a word. */
    private void requireSameFile() {
        @Nullable Object present = fileKey();
        if (fileKey == null) {
            fileKey = present;
        } else if (!Objects.equals(fileKey, present)) {
            throw new StateException(
                    Reason.CORRUPT,
                    file + " was moved, deleted or replaced while it was in use; open the store anew",
                    null);
        }
    }

    private @Nullable Object fileKey() {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException gone) {
            return null;
        }
    }

    private synchronized @Nullable Connection idleReader() {
        return readers.poll();
    }

    private Connection open(String last) throws SQLException {
        @Nullable Connection connection = driver.connect(URL + file, new Properties());
        if (connection == null) {
            throw new SQLException("the driver does not take " + URL);
        }
        try {
            Pragmas.set(connection, last);
            return connection;
        } catch (SQLException | RuntimeException e) {
            closeQuietly(connection, e);
            throw e;
        }
    }

    private void close(Connection connection) throws SQLException {
        try (connection) {
            statements.forget(connection);
        }
    }

    private void closeQuietly(Connection connection, Exception because) {
        try {
            close(connection);
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    @Override
    public Dialect.Bracket begin(Connection connection, Dialect dialect, boolean writes) throws SQLException {
        return writes ? commits.begin(connection, dialect) : dialect.begin(connection, false);
    }

    @Override
    public PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        return statements.take(connection, sql);
    }

    @Override
    public void done(Connection connection, String sql, PreparedStatement statement, boolean sound)
            throws SQLException {
        statements.giveBack(connection, sql, statement, sound);
    }

    @Override
    public void giveBack(Connection connection, boolean writes, boolean sound) throws SQLException {
        if (writes) {
            try {
                if (!sound || isClosed()) {
                    commits.finish();
                    writer = null;
                    close(connection);
                }
            } finally {
                writing.unlock();
            }
        } else {
            try {
                if (!sound || !keep(connection)) {
                    close(connection);
                }
            } finally {
                reading.release();
            }
        }
    }

    private synchronized boolean keep(Connection reader) {
        return !closed && readers.add(reader);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Closes what nobody uses; what is in use is closed when it comes back. */
    @Override
    public void close() {
        SQLException because = new SQLException();
        synchronized (this) {
            closed = true;
            readers.forEach(reader -> closeQuietly(reader, because));
            readers.clear();
        }
        if (writing.isHeldByCurrentThread()) {
            return;
        }
        writing.lock();
        try {
            @Nullable Connection present = writer;
            if (present != null) {
                commits.finish();
                writer = null;
                closeQuietly(present, because);
            }
        } finally {
            writing.unlock();
        }
    }
}
