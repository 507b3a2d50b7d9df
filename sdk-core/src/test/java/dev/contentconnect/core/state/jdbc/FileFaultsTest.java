package dev.contentconnect.core.state.jdbc;

import static dev.contentconnect.core.state.jdbc.Samples.append;
import static dev.contentconnect.core.state.jdbc.Samples.event;
import static dev.contentconnect.core.state.jdbc.Samples.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateException.Reason;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.state.TrailCheck;
import dev.contentconnect.core.state.TrailHead;
import dev.contentconnect.core.state.TrailQuery;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteDataSource;

/** Bad weather around a store in a file. */
@Timeout(60)
class FileFaultsTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("state.db");
    }

    private StateStore open() {
        return JdbcStateStore.file(file).open();
    }

    private SQLiteDataSource source() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    /** A store with some pages of data in it, closed, so that all is in the one file. */
    private void fill() {
        try (StateStore store = open()) {
            store.transact(t -> {
                for (int i = 0; i < 300; i++) {
                    t.append(event(Integer.toString(i)));
                }
                return true;
            });
        }
    }

    private static Reason reason(Throwable thrown) {
        assertThat(thrown).isInstanceOf(StateException.class);
        return ((StateException) thrown).reason();
    }

    @Test
    void saysThatThereIsNoRoomLeftAndGoesOnWhenThereIs() throws Exception {
        open().close();
        SQLiteDataSource source = source();
        source.getConfig().setPragma(Pragma.MAX_PAGE_COUNT, "60");
        String large = "x".repeat(2000);
        int written = 0;
        try (StateStore store = JdbcStateStore.builder(source).open()) {
            Throwable full = null;
            while (full == null) {
                String id = large + written;
                full = catchThrowable(() -> append(store, id));
                written += full == null ? 1 : 0;
            }
            assertThat(reason(full)).isEqualTo(Reason.FULL);
            assertThat(full).hasMessageNotContaining(large);
            assertThat(ids(store, TrailQuery.ALL)).hasSize(written);
        }
        try (StateStore store = open()) {
            append(store, "more");
            assertThat(TrailCheck.of(store, TrailChain.plain(), TrailHead.EMPTY))
                    .isEqualTo(new TrailCheck(written + 1, null));
        }
    }

    @Test
    void writesNothingWhenTheWorkHidesThatThereIsNoRoom() throws Exception {
        open().close();
        SQLiteDataSource source = source();
        source.getConfig().setPragma(Pragma.MAX_PAGE_COUNT, "60");
        try (StateStore store = JdbcStateStore.builder(source).open()) {
            StateException full = catchThrowableOfType(
                    StateException.class,
                    () -> store.transact(t -> {
                        t.claimKey("flow", "before", Samples.T0);
                        Throwable hidden = null;
                        for (int i = 0; i < 1000 && hidden == null; i++) {
                            String cursor = "x".repeat(2000);
                            String feed = "feed " + i;
                            hidden = catchThrowable(() -> t.moveCursor(feed, null, Cursor.of(cursor)));
                        }
                        return catchThrowable(() -> t.claimKey("flow", "after", Samples.T0));
                    }));
            assertThat(full.reason()).isEqualTo(Reason.FULL);
            assertThat(store.<Boolean>transact(t -> t.claimKey("flow", "before", Samples.T0)))
                    .isTrue();
            assertThat(store.<Boolean>transact(t -> t.claimKey("flow", "after", Samples.T0)))
                    .isTrue();
        }
    }

    @Test
    void saysThatAFileIsDamagedThatWasCutShort() throws Exception {
        fill();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 3);
        }
        assertThat(reason(catchThrowable(this::walk))).isEqualTo(Reason.CORRUPT);
    }

    @Test
    void saysThatAFileIsDamagedWhosePagesAreOverwritten() throws Exception {
        fill();
        overwrite(4096, 20 * 4096);
        assertThat(reason(catchThrowable(this::walk))).isEqualTo(Reason.CORRUPT);
    }

    @Test
    void saysThatAFileIsNoDatabase() throws Exception {
        Files.writeString(file, "This is a letter to my aunt. ".repeat(500), StandardCharsets.UTF_8);
        assertThat(reason(catchThrowable(this::open))).isEqualTo(Reason.CORRUPT);
        assertThat(Files.readString(file)).startsWith("This is a letter");
    }

    /** SQLite keeps no checksums: a byte changed within a value is for the trail to find. */
    @Test
    void findsAByteThatChangedWithinAnEntry() throws Exception {
        fill();
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"case 150\"") + 6;
        bytes[at] = '9';
        Files.write(file, bytes);
        try (StateStore store = open()) {
            assertThat(TrailCheck.of(store, TrailChain.plain(), TrailHead.EMPTY).problem())
                    .contains("entry 151");
        }
    }

    private void walk() {
        try (StateStore store = open()) {
            ids(store, TrailQuery.ALL);
        }
    }

    private void overwrite(long from, int length) throws IOException {
        byte[] noise = new byte[length];
        Arrays.fill(noise, (byte) 0x5a);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(noise), from);
        }
    }

    @Test
    void saysThatTheFileWasDeletedInsteadOfWritingIntoNowhere() throws Exception {
        try (StateStore store = open()) {
            append(store, "1");
            Files.delete(file);
            assertThat(reason(catchThrowable(() -> append(store, "2")))).isEqualTo(Reason.CORRUPT);
            assertThat(reason(catchThrowable(() -> append(store, "2")))).isEqualTo(Reason.CORRUPT);
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void saysThatTheFolderIsMissing() {
        file = folder.resolve("missing/state.db");
        Throwable missing = catchThrowable(this::open);
        assertThat(reason(missing)).isEqualTo(Reason.UNAVAILABLE);
        assertThat(missing).hasMessageContaining("there is no folder for the file " + file);
    }

    @Test
    void saysThatAFolderIsInItsPlace() {
        file = folder;
        Throwable wrong = catchThrowable(this::open);
        assertThat(reason(wrong)).isEqualTo(Reason.UNAVAILABLE);
        assertThat(wrong).hasMessageContaining("a folder is where the file should be");
    }

    @Test
    void givesUpAfterAWhileWhenAnotherProcessHoldsTheFile() throws Exception {
        open().close();
        SQLiteDataSource impatient = source();
        impatient.getConfig().setBusyTimeout(1);
        try (StateStore store = JdbcStateStore.builder(impatient).open()) {
            try (Connection other = source().getConnection();
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                StateException busy = catchThrowableOfType(StateException.class, () -> append(store, "1"));
                assertThat(busy.reason()).isEqualTo(Reason.CONFLICT);
                assertThat(busy.retryable()).isTrue();
                statement.execute("ROLLBACK");
            }
            append(store, "1");
        }
    }
}
