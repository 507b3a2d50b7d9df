package dev.contentconnect.core.state.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where connections come from. Safe for use by several threads. */
interface Connections extends AutoCloseable {

    /** A connection for one transaction; waits where only so many can be had. */
    Connection take(boolean writes) throws SQLException;

    /** Takes a connection back. One that failed is not used again. */
    void giveBack(Connection connection, boolean writes, boolean sound) throws SQLException;

    /** Begins a transaction on a connection that was taken. */
    default Dialect.Bracket begin(Connection connection, Dialect dialect, boolean writes) throws SQLException {
        return dialect.begin(connection, writes);
    }

    /** A statement for a connection that was taken. */
    default PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /** Takes a statement back whose result is closed. One that failed is not used again. */
    default void done(Connection connection, String sql, PreparedStatement statement, boolean sound)
            throws SQLException {
        statement.close();
    }

    @Override
    void close();

    /** Those of the host, which keeps a pool where it wants one. */
    record OfHost(DataSource source) implements Connections {
        @Override
        public Connection take(boolean writes) throws SQLException {
            return source.getConnection();
        }

        @Override
        public void giveBack(Connection connection, boolean writes, boolean sound) throws SQLException {
            connection.close();
        }

        @Override
        public void close() {
            // The pool is the host's.
        }
    }
}
