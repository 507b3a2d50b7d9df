package dev.contentconnect.bench.store;

import java.sql.SQLException;

/** Writes durably, one transaction at a time. */
interface Contender extends AutoCloseable {

    /** One transaction; {@code number} grows by one each time. */
    void commit(long number) throws SQLException;

    @Override
    void close() throws SQLException;
}
