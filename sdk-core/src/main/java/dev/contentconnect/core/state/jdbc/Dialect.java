package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.state.StateException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** Where the databases differ. */
interface Dialect {

    static Dialect of(DatabaseMetaData metaData) throws SQLException {
        String product = metaData.getDatabaseProductName();
        return switch (product) {
            case "PostgreSQL" -> new PostgresDialect();
            case "SQLite" -> new SqliteDialect();
            default ->
                throw new IllegalArgumentException(
                        "state is kept in PostgreSQL or SQLite; this database is " + product);
        };
    }

    /** A failure before it is known what answers. */
    static StateException unreachable(SQLException failure) {
        boolean sqlite = failure.getClass().getName().startsWith("org.sqlite.");
        Fault fault = sqlite ? new SqliteDialect().fault(failure) : SqlStates.fault(failure);
        return fault.exception(failure);
    }

    /** What the names of the files with the migrations begin with. */
    String name();

    /** Begins a transaction on a connection that has none. */
    Bracket begin(Connection connection, boolean writes) throws SQLException;

    /**
     * Whether others write at the same time, so that rows must be locked by name. Such a database also takes a statement that
     * writes within another.
     */
    boolean locksRows();

    /** An expression for the database's clock at the beginning of the transaction, in milliseconds. */
    String clock();

    /** Holds up other hosts that migrate the same tables, until the transaction ends. */
    void lockMigrations(Session session);

    /** Whether a table is there. */
    boolean hasTable(Session session, String table);

    /** What went wrong. */
    Fault fault(SQLException failure);

    /** A transaction that has begun. */
    interface Bracket {
        void commit() throws SQLException;

        void rollback() throws SQLException;

        /** Leaves the connection as it was before. */
        void restore() throws SQLException;

        /** Waits, once the connection was given back, until what was committed is on disk where others do that. */
        default void await() throws SQLException {}
    }
}
