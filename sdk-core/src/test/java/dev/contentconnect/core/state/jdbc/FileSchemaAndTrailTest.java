package dev.contentconnect.core.state.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileSchemaAndTrailTest extends SchemaAndTrailContract {
    @TempDir
    Path folder;

    @Override
    Hosts database() {
        return Hosts.file(folder.resolve("state.db"));
    }
}
