package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.LeaseContract;
import dev.contentconnect.core.testkit.PostgresServer;

class PostgresLeaseContractTest extends LeaseContract {
    @Override
    protected StateStore open() {
        return JdbcStateStore.builder(PostgresServer.schema()).timeSource(clock).open();
    }
}
