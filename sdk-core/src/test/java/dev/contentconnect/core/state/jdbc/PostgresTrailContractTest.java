package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PostgresServer;
import dev.contentconnect.core.testkit.TrailContract;

class PostgresTrailContractTest extends TrailContract {
    @Override
    protected StateStore open() {
        return JdbcStateStore.builder(PostgresServer.schema()).timeSource(clock).open();
    }
}
