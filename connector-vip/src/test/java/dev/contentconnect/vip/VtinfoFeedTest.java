package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.vip.sandbox.Distributor;
import dev.contentconnect.vip.sandbox.Distributor.Behaviour;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes found by comparing portfolios. */
class VtinfoFeedTest extends VtinfoTestBase {
    @TempDir
    Path folder;

    private AssetFeed feed;
    private Cursor at;

    @BeforeEach
    void begin() {
        elm.brand("9", "Elm Brewing", sandbox.address("logo.png"), "Craft");
        elm.product("1", "Pale", sandbox.address("pale 1.png"), sandbox.address("sheet.pdf"), "A1", "A2");
        elm.product("2", "Stout", sandbox.address("stout.png"), sandbox.address("sheet.pdf"), "A3");
        feed = vip.require(AssetFeed.class);
        at = feed.changes(null, 100).next();
    }

    private static List<CaseEvent> drain(AssetFeed feed, Cursor from, int limit) {
        List<CaseEvent> out = new ArrayList<>();
        ChangeBatch batch = feed.changes(from, limit);
        out.addAll(batch.events());
        while (batch.more()) {
            batch = feed.changes(batch.next(), limit);
            out.addAll(batch.events());
        }
        return out;
    }

    private List<CaseEvent> drain() {
        List<CaseEvent> out = new ArrayList<>();
        ChangeBatch batch;
        do {
            batch = feed.changes(at, 100);
            out.addAll(batch.events());
            at = batch.next();
        } while (batch.more());
        return out;
    }

    @Test
    void tellsNothingWhileNothingChanges() {
        ChangeBatch batch = feed.changes(at, 10);
        assertThat(batch.events()).isEmpty();
        assertThat(batch.more()).isFalse();
        assertThat(batch.next()).isEqualTo(at);
    }

    @Test
    void tellsOfAFileThatAppearedOnceHoweverManyItemsShowIt() {
        clock.advance(Duration.ofMinutes(5));
        elm.product("3", "Lager", sandbox.address("lager.png"), null, "B1", "B2", "B3");
        elm.product("4", "Lager 0.0", sandbox.address("lager.png"), sandbox.address("sheet.pdf"), "B4");
        assertThat(drain()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(VtinfoEvents.APPEARED);
            assertThat(event.subject()).isEqualTo(ref(sandbox.address("lager.png")));
            assertThat(event.related()).isNull();
            assertThat(event.occurredAt()).isEqualTo(clock.now());
            assertThat(event.note()).isEqualTo("Lager");
            assertThat(event.extensions().get("vip"))
                    .containsEntry("item_key", "00123|B1")
                    .containsEntry("item_id", "3");
        });
    }

    @Test
    void tellsWhatTookThePlaceOfAFile() {
        elm.product("1", "Pale", sandbox.address("pale 2.png"), sandbox.address("sheet.pdf"), "A1", "A2");
        assertThat(drain()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(VtinfoEvents.REPLACED);
            assertThat(event.subject()).isEqualTo(ref(sandbox.address("pale 2.png")));
            assertThat(event.related()).isEqualTo(ref(sandbox.address("pale 1.png")));
            assertThat(event.subjectVersion()).endsWith("/pale%202.png");
        });
    }

    @Test
    void tellsOfAFileThatWasDroppedByTheLastItemThatShowedIt() {
        elm.withoutProduct("2");
        assertThat(drain())
                .extracting(CaseEvent::type, CaseEvent::subject)
                .containsExactly(tuple(VtinfoEvents.DROPPED, ref(sandbox.address("stout.png"))));
        elm.withoutProduct("1");
        assertThat(drain())
                .extracting(CaseEvent::type, CaseEvent::subject)
                .containsExactlyInAnyOrder(
                        tuple(VtinfoEvents.DROPPED, ref(sandbox.address("pale 1.png"))),
                        tuple(VtinfoEvents.DROPPED, ref(sandbox.address("sheet.pdf"))));
    }

    @Test
    void findsAnItemAgainByTheDistributorsCodeWhenItsProductHasAnotherNumber() {
        elm.withoutProduct("2")
                .product("22", "Stout", sandbox.address("stout 2.png"), sandbox.address("sheet.pdf"), "A3");
        assertThat(drain())
                .extracting(CaseEvent::type, CaseEvent::related)
                .containsExactly(tuple(VtinfoEvents.REPLACED, ref(sandbox.address("stout.png"))));
    }

    @Test
    void findsAnItemWithoutACodeByItsProductAndNumber() {
        elm.product("5", "Cider", sandbox.address("cider 1.png"), null, "");
        drain();
        elm.product("5", "Cider", sandbox.address("cider 2.png"), null, "");
        assertThat(drain()).extracting(CaseEvent::type).containsExactly(VtinfoEvents.REPLACED);
    }

    @Test
    void tellsNothingWhenAnItemTurnsToAFileThatIsThereAlready() {
        elm.product("2", "Stout", sandbox.address("pale 1.png"), sandbox.address("sheet.pdf"), "A3");
        assertThat(drain())
                .extracting(CaseEvent::type, CaseEvent::subject, CaseEvent::related)
                .containsExactly(tuple(
                        VtinfoEvents.DROPPED, ref(sandbox.address("stout.png")), ref(sandbox.address("pale 1.png"))));
    }

    @Test
    void tellsOfLogos() {
        elm.brand("10", "Oak", sandbox.address("oak.png"), "Import");
        assertThat(drain()).extracting(CaseEvent::subject).containsExactly(ref(sandbox.address("oak.png")));
    }

    @Test
    void aPortfolioThatBreaksOffDropsNothing() {
        for (int i = 10; i < 40; i++) {
            elm.product("p" + i, "Beer " + i, sandbox.address(i + ".png"), null, "I" + i);
        }
        drain();
        Cursor before = at;
        for (Fault fault : List.of(Fault.truncatedBody(), Fault.malformedBody(), Fault.truncatedGzip())) {
            sandbox.failNext(1, "GET", "/bbs/v1/distributor/00123/products", fault);
            assertThat(failure(() -> feed.changes(before, 100)).kind()).isEqualTo(ErrorKind.UNDECODABLE);
        }
        elm.behaves(Behaviour.FAILS_AFTERWARDS);
        assertThat(failure(() -> feed.changes(before, 100)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        elm.behaves(Behaviour.WELL);
        assertThat(drain()).isEmpty();
    }

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
    void eachPortfolioIsComparedWithItself() {
        Distributor oak = sandbox.distributor("00456").product("1", "Oak", sandbox.address("oak.png"), null, "A1");
        Distributor ash = sandbox.distributor("00789").product("1", "Ash", sandbox.address("ash.png"), null, "A1");
        try (VipConnector three = connect(VtinfoSnapshots.inMemory(), CODE, "00456", "00789")) {
            AssetFeed feed = three.require(AssetFeed.class);
            Cursor start = feed.changes(null, 10).next();
            oak.product("2", "Oak 2", sandbox.address("oak 2.png"), null, "A2");
            ash.withoutProduct("1").product("2", "Ash 2", sandbox.address("oak.png"), null, "A1");
            List<CaseEvent> events = drain(feed, start, 1);
            assertThat(events)
                    .extracting(CaseEvent::type, CaseEvent::subject)
                    .containsExactly(
                            tuple(VtinfoEvents.APPEARED, ref("00456", sandbox.address("oak 2.png"))),
                            tuple(VtinfoEvents.REPLACED, ref("00789", sandbox.address("oak.png"))));
            assertThat(drain(feed, start, 100)).isEqualTo(events);
        }
    }

    @Test
    void aPortfolioOfWhichTheServiceSaysNothingDropsNothingAndHoldsUpNoOther() {
        Distributor oak = sandbox.distributor("00456").product("1", "Oak", sandbox.address("oak.png"), null, "A1");
        try (VipConnector two = connect(VtinfoSnapshots.inMemory(), CODE, "00456")) {
            AssetFeed feed = two.require(AssetFeed.class);
            Cursor start = feed.changes(null, 10).next();
            elm.behaves(Behaviour.BROKEN);
            oak.withoutProduct("1");
            ChangeBatch batch = feed.changes(start, 10);
            assertThat(batch.events()).extracting(CaseEvent::type).containsExactly(VtinfoEvents.DROPPED);
            assertThat(batch.issues()).singleElement().satisfies(issue -> {
                assertThat(issue.item()).isEqualTo(CODE);
                assertThat(issue.problem()).contains("inconclusive");
            });
            oak.behaves(Behaviour.WITHOUT_BRAND_BUILDER);
            assertThat(failure(() -> feed.changes(batch.next(), 10))).isNotNull();
        }
        assertThat(failure(() -> feed.changes(at, 10)).error().trace().vendorCode())
                .isEqualTo("inconclusive");
    }

    @Test
    void aPortfolioThatFailsEachTimeDoesNotKeepTheOthersFromBeingRead() {
        Distributor oak = sandbox.distributor("00456").product("1", "Oak", sandbox.address("oak.png"), null, "A1");
        try (VipConnector two = connect(VtinfoSnapshots.inMemory(), CODE, "00456")) {
            AssetFeed feed = two.require(AssetFeed.class);
            Cursor start = feed.changes(null, 10).next();
            oak.withoutProduct("1");
            sandbox.failNext(100, "GET", "/bbs/v1/distributor/00123/products", Fault.status(503));
            assertThat(failure(() -> feed.changes(start, 10)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(feed.changes(start, 10).events())
                    .extracting(CaseEvent::type)
                    .containsExactly(VtinfoEvents.DROPPED);
        }
    }

    @Test
    void aDistributorThatIsAddedBeginsAtItsPresent() {
        VtinfoSnapshots place = VtinfoSnapshots.inMemory();
        Cursor start;
        try (VipConnector one = connect(place, CODE)) {
            start = one.require(AssetFeed.class).changes(null, 10).next();
        }
        Distributor oak = sandbox.distributor("00456").product("1", "Oak", sandbox.address("oak.png"), null, "A1");
        try (VipConnector two = connect(place, CODE, "00456")) {
            AssetFeed feed = two.require(AssetFeed.class);
            assertThat(drain(feed, start, 10)).isEmpty();
            oak.withoutProduct("1");
            assertThat(drain(feed, start, 10)).extracting(CaseEvent::type).containsExactly(VtinfoEvents.DROPPED);
        }
    }

    @Test
    void whoBeginsAnewTakesNothingFromThoseWhoReadOn() {
        elm.withoutProduct("2");
        assertThat(feed.changes(null, 10).events()).isEmpty();
        assertThat(drain()).extracting(CaseEvent::type).containsExactly(VtinfoEvents.DROPPED);
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

    private static List<byte[]> damaged(byte[] whole) {
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        return List.of(half, flipped, new byte[0]);
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

    @Test
    void textsThatCannotBeWrittenDoNotStopTheFeed() {
        String odd = "{\"data\":[{\"product_id\":\"6\",\"product_name\":\"Half \\ud800 pair\\tand\\nlines\","
                + "\"product_image_large\":\"" + sandbox.address("odd.png")
                + "\",\"product_packages\":[{\"dist_item_code\":\"C\\\\1\\u0001\"}]}],\"success\":true}";
        sandbox.failNext(
                1,
                "GET",
                "/bbs/v1/distributor/00123/products",
                Fault.reply(SandboxResponse.text(200, "application/json", odd)));
        assertThat(drain())
                .filteredOn(event -> event.type().equals(VtinfoEvents.APPEARED))
                .singleElement()
                .satisfies(event -> assertThat(event.note()).startsWith("Half ").endsWith(" pair\tand\nlines"));
        assertThat(drain())
                .filteredOn(event -> event.type().equals(VtinfoEvents.DROPPED))
                .extracting(CaseEvent::subject)
                .containsExactly(ref(sandbox.address("odd.png")));
    }

    @Test
    void thereIsNoFeedWithoutAPlaceForSnapshots() {
        try (VipConnector bare = VipConnector.create(config(CODE).build())) {
            assertThat(bare.find(AssetFeed.class)).isEmpty();
            assertThat(bare.describe().capability(AssetFeed.class)).isEmpty();
        }
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
