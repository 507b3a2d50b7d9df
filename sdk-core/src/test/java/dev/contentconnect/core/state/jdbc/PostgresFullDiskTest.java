package dev.contentconnect.core.state.jdbc;

import static dev.contentconnect.core.state.jdbc.Samples.append;
import static dev.contentconnect.core.state.jdbc.Samples.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateException.Reason;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.state.TrailCheck;
import dev.contentconnect.core.state.TrailHead;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.testkit.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A server whose tables lie on a file system of four megabytes, which grows when the test says so. Needs the right to mount
 * one; skipped, visibly, where that is missing.
 */
@Timeout(120)
class PostgresFullDiskTest {
    private PGSimpleDataSource everywhere;
    private PGSimpleDataSource small;
    private Path disk;
    private boolean mounted;

    @BeforeEach
    void mountASmallDisk() throws Exception {
        everywhere = PostgresServer.schema();
        disk = Files.createTempDirectory("small-disk");
        mounted = run("mount", "-t", "tmpfs", "-o", "size=4m,mode=0700", "tmpfs", disk.toString());
        assumeTrue(mounted, "needs the right to mount a file system");
        sql("CREATE TABLESPACE small LOCATION '" + disk + "'");
        small = PostgresServer.sameSchema(everywhere);
        small.setOptions("-c default_tablespace=small");
    }

    @AfterEach
    void takeItAway() throws Exception {
        if (mounted) {
            sql("DROP SCHEMA " + everywhere.getCurrentSchema() + " CASCADE", "DROP TABLESPACE small");
            run("umount", disk.toString());
        }
        Files.deleteIfExists(disk);
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = everywhere.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    @Test
    void saysThatThereIsNoRoomLeftAndGoesOnWhenThereIs() throws Exception {
        Random letters = new Random(42);
        try (StateStore store = JdbcStateStore.builder(small).open()) {
            int written = 0;
            Throwable full = null;
            while (full == null) {
                // Not to be compressed.
                String id = "lorem " + written
                        + letters.ints(5_000, 'a', 'z')
                                .mapToObj(Character::toString)
                                .collect(Collectors.joining());
                full = catchThrowable(() -> append(store, id));
                written += full == null ? 1 : 0;
            }
            assertThat(full)
                    .hasMessageNotContaining("lorem")
                    .asInstanceOf(type(StateException.class))
                    .extracting(StateException::reason)
                    .isEqualTo(Reason.FULL);
            List<String> kept = ids(store, TrailQuery.ALL);
            assertThat(kept).hasSize(written);

            assertThat(run("mount", "-o", "remount,size=16m", disk.toString())).isTrue();
            append(store, "more");
            assertThat(ids(store, TrailQuery.ALL)).startsWith(kept.get(0)).endsWith("more");
            assertThat(TrailCheck.of(store, TrailChain.plain(), TrailHead.EMPTY))
                    .isEqualTo(new TrailCheck(written + 1, null));
        }
    }
}
