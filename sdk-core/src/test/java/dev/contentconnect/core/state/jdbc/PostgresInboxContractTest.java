package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.InboxContract;
import dev.contentconnect.core.testkit.PostgresServer;

class PostgresInboxContractTest extends InboxContract {
    @Override
    protected StateStore open() {
        return JdbcStateStore.builder(PostgresServer.schema()).timeSource(clock).open();
    }
}
