package dev.contentconnect.core.state.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** A transaction by the means of JDBC. */
final class StandardBracket implements Dialect.Bracket {
    private final Connection connection;
    private final boolean autoCommit;
    private final boolean readOnly;
    private final int isolation;

    StandardBracket(Connection connection) throws SQLException {
        this.connection = connection;
        this.autoCommit = connection.getAutoCommit();
        this.readOnly = connection.isReadOnly();
        this.isolation = connection.getTransactionIsolation();
        if (!autoCommit) {
            // Asking for the isolation may have begun a transaction, and it cannot be changed within one.
            connection.rollback();
        }
    }

    void begin(int isolation, boolean readOnly) throws SQLException {
        connection.setReadOnly(readOnly);
        connection.setTransactionIsolation(isolation);
        connection.setAutoCommit(false);
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void restore() throws SQLException {
        connection.setTransactionIsolation(isolation);
        connection.setReadOnly(readOnly);
        connection.setAutoCommit(autoCommit);
    }
}
