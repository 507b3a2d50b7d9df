package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PostgresServer;
import dev.contentconnect.core.testkit.StateStoreContract;

class PostgresStateStoreContractTest extends StateStoreContract {
    @Override
    protected StateStore open() {
        return JdbcStateStore.builder(PostgresServer.schema()).timeSource(clock).open();
    }
}
