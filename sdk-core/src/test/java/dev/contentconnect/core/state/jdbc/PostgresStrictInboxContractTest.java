package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.InboxContract;
import dev.contentconnect.core.testkit.PostgresServer;
import org.postgresql.ds.PGSimpleDataSource;

/** On a server whose transactions are stricter than the store needs them. */
class PostgresStrictInboxContractTest extends InboxContract {
    @Override
    protected StateStore open() {
        PGSimpleDataSource source = PostgresServer.schema();
        source.setOptions("-c default_transaction_isolation=serializable");
        return JdbcStateStore.builder(source).timeSource(clock).open();
    }
}
