package dev.contentconnect.core.state.jdbc;

class PostgresSchemaAndTrailTest extends SchemaAndTrailContract {
    @Override
    Hosts database() {
        return Hosts.postgres();
    }
}
