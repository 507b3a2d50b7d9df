package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.LeaseContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileLeaseContractTest extends LeaseContract {
    @TempDir
    Path folder;

    @Override
    protected StateStore open() {
        return JdbcStateStore.file(folder.resolve("state.db")).timeSource(clock).open();
    }
}
