package dev.contentconnect.core.state.jdbc;

class PostgresDurableStoreTest extends DurableStoreContract {
    @Override
    Hosts database() {
        return Hosts.postgres();
    }
}
