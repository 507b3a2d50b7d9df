package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.AssetFeed;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the feed keeps, and what becomes of it in bad weather. */
class VtinfoFeedStateTest extends VtinfoFeedStage {
    @TempDir
    Path folder;

    @Test
    void whoComesBackAfterACrashIsToldTheSameAgain() {
        VtinfoSnapshots place = VtinfoSnapshots.directory(folder.resolve("new/place"));
        Cursor start;
        List<CaseEvent> first;
        try (VipConnector before = connect(place, CODE)) {
            AssetFeed feed = before.require(AssetFeed.class);
            start = feed.changes(null, 10).next();
            for (int i = 10; i < 15; i++) {
                elm.product("p" + i, "Beer " + i, sandbox.address(i + ".png"), null, "I" + i);
            }
            first = feed.changes(start, 3).events();
        }
        clock.advance(Duration.ofDays(1));
        elm.withoutProduct("p10");
        try (VipConnector after = connect(VtinfoSnapshots.directory(folder.resolve("new/place")), CODE)) {
            AssetFeed feed = after.require(AssetFeed.class);
            List<CaseEvent> again = drain(feed, start, 3);
            assertThat(again.subList(0, 3)).isEqualTo(first);
            assertThat(again).extracting(CaseEvent::id).doesNotHaveDuplicates();
            assertThat(again).hasSize(5);
            List<CaseEvent> all = drain(feed, start, 100);
            assertThat(all.subList(0, 5)).isEqualTo(again);
            Cursor end = feed.changes(feed.changes(start, 5).next(), 100).next();
            assertThat(drain(feed, end, 100)).isEmpty();
            assertThat(all).extracting(CaseEvent::type).endsWith(VtinfoEvents.APPEARED);
        }
        try (Stream<Path> files = Files.list(folder.resolve("new/place"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.matches("manifest|changes-[0-9]+|rows-00123-[ab]|\\.lock"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatFailsWhileItIsKeptChangesNothing() throws Exception {
        for (int failing = 1; failing <= 3; failing++) {
            FailingSnapshots place = new FailingSnapshots(VtinfoSnapshots.inMemory());
            try (VipConnector connector = connect(place, CODE)) {
                AssetFeed feed = connector.require(AssetFeed.class);
                Cursor start = feed.changes(null, 10).next();
                String id = "new" + failing;
                elm.product(id, "New", sandbox.address(id + ".png"), null, id);
                place.failAt(failing);
                ConnectorException failure = failure(() -> feed.changes(start, 10));
                assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
                assertThat(failure).hasMessageContaining("no space left");
                assertThat(drain(feed, start, 10)).extracting(CaseEvent::note).containsExactly("New");
            }
        }
    }

    @Test
    void whoBeginsAnewTakesNothingFromThoseWhoReadOn() {
        elm.withoutProduct("2");
        assertThat(feed.changes(null, 10).events()).isEmpty();
        assertThat(drain()).extracting(CaseEvent::type).containsExactly(VtinfoEvents.DROPPED);
    }

    @Test
    void whoBeginsAnewTakesNothingFromThoseWhoReadOnHoweverManyPortfoliosThereAre() {
        String[] codes = new String[70];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = String.format("1%04d", i);
            sandbox.distributor(codes[i]).product("1", "One", sandbox.address(i + " a.png"), null, "A1");
        }
        try (VipConnector many = connect(VtinfoSnapshots.inMemory(), codes)) {
            AssetFeed feed = many.require(AssetFeed.class);
            Cursor start = feed.changes(null, 10).next();
            for (String code : codes) {
                sandbox.distributor(code).product("2", "Two", sandbox.address(code + " b.png"), null, "A2");
            }
            assertThat(feed.changes(null, 10).events()).isEmpty();
            assertThat(drain(feed, start, 10)).hasSize(codes.length);
        }
    }

    @Test
    void aCursorOfSnapshotsThatAreGoneIsRefused() {
        try (VipConnector other = connect(VtinfoSnapshots.inMemory(), CODE)) {
            AssetFeed empty = other.require(AssetFeed.class);
            ConnectorException none = failure(() -> empty.changes(at, 10));
            assertThat(none.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(none.error().trace().vendorCode()).isEqualTo("snapshot_missing");
            empty.changes(null, 10);
            assertThat(failure(() -> empty.changes(at, 10)).error().trace().vendorCode())
                    .isEqualTo("snapshot_missing");
        }
        Cursor ahead = Cursor.of(at.value().replaceAll("\\.0\\.0$", ".7.0"));
        assertThat(failure(() -> feed.changes(ahead, 10)).kind()).isEqualTo(ErrorKind.REJECTED);
    }

    @Test
    void aCursorOfForgottenChangesIsRefusedRatherThanToldLess() {
        Cursor start = at;
        for (int i = 0; i < 70; i++) {
            elm.product("1", "Pale", sandbox.address("turn " + i + ".png"), null, "A1");
            drain();
        }
        assertThat(failure(() -> feed.changes(start, 10)).error().trace().vendorCode())
                .isEqualTo("cursor_too_old");
        assertThat(drain()).isEmpty();
    }

    @Test
    void damagedSnapshotsAreNamedAndNothingIsTold() throws Exception {
        Path place = folder.resolve("place");
        try (VipConnector connector = connect(VtinfoSnapshots.directory(place), CODE)) {
            AssetFeed feed = connector.require(AssetFeed.class);
            Cursor start = feed.changes(null, 10).next();
            elm.withoutProduct("2");
            for (String name : List.of("rows-00123-a", "manifest")) {
                byte[] whole = Files.readAllBytes(place.resolve(name));
                for (byte[] damaged : damaged(whole)) {
                    Files.write(place.resolve(name), damaged);
                    ConnectorException failure = failure(() -> feed.changes(start, 10));
                    assertThat(failure.kind()).isEqualTo(ErrorKind.UNDECODABLE);
                    assertThat(failure.error().trace().vendorCode()).isEqualTo("snapshot_damaged");
                    assertThat(failure).hasMessageContaining(name);
                }
                Files.write(place.resolve(name), whole);
            }
            assertThat(drain(feed, start, 10)).hasSize(1);
            Files.delete(place.resolve("changes-1"));
            assertThat(failure(() -> feed.changes(start, 10))).hasMessageContaining("changes-1");
        }
    }

    @Test
    void twoFeedsTakeTurnsInAFolder() throws Exception {
        Path place = folder.resolve("place");
        try (VipConnector connector = connect(VtinfoSnapshots.directory(place), CODE)) {
            AssetFeed feed = connector.require(AssetFeed.class);
            Cursor start = feed.changes(null, 10).next();
            Closeable other = VtinfoSnapshots.directory(place).lock();
            assertThat(failure(() -> feed.changes(start, 10)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            other.close();
            assertThat(feed.changes(start, 10).events()).isEmpty();
        }
    }

    private static List<byte[]> damaged(byte[] whole) {
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        return List.of(half, flipped, new byte[0]);
    }

    /** Fails one of the writes, before or amid them. */
    private static final class FailingSnapshots implements VtinfoSnapshots {
        private final VtinfoSnapshots real;
        private int left;

        FailingSnapshots(VtinfoSnapshots real) {
            this.real = real;
        }

        void failAt(int write) {
            left = write;
        }

        @Override
        public Optional<InputStream> open(String name) throws IOException {
            return real.open(name);
        }

        @Override
        public void write(String name, Filling filling) throws IOException {
            boolean fails = --left == 0;
            real.write(name, out -> {
                filling.fill(out);
                if (fails) {
                    throw new IOException("no space left");
                }
            });
        }

        @Override
        public void delete(String name) throws IOException {
            real.delete(name);
        }

        @Override
        public Closeable lock() throws IOException {
            return real.lock();
        }
    }
}
