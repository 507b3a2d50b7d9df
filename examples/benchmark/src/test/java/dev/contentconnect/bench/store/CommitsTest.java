package dev.contentconnect.bench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitsTest {

    @Test
    void measuresTheStoreBesideTheBareLoop(@TempDir Path folder) throws Exception {
        String table = Commits.table("rounds=1", "seconds=0.2", "folder=" + folder);

        assertThat(table)
                .containsPattern("\\| SQLite file \\| bare JDBC \\| \\d+ \\| 1\\.00 \\|")
                .containsPattern("\\| SQLite file \\| sdk \\| \\d+ \\| \\d+\\.\\d\\d \\|")
                .containsPattern("\\| PostgreSQL \\| sdk \\| \\d+ \\| \\d+\\.\\d\\d \\|")
                .contains("H2");
    }
}
