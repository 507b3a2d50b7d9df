package dev.contentconnect.smintio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.smintio.api.PurchasePage;
import dev.contentconnect.smintio.api.PushChannel;
import dev.contentconnect.smintio.sandbox.SmintioSandbox;
import dev.contentconnect.smintio.wire.WirePurchase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PurchaseSyncTest {
    private final Tenant tenant = new Tenant();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        tenant.close();
    }

    private void buy(int count) {
        for (int i = 0; i < count; i++) {
            tenant.sandbox.buys(tenant.image("tx-" + i).build());
        }
    }

    private PurchaseSync sync(PurchaseShelf shelf) {
        return new PurchaseSync(tenant.client().licensing(), shelf);
    }

    @Test
    void keepsWhatCameByAndGoesOnFromThere() {
        buy(120);
        PurchaseShelf shelf = PurchaseShelf.folder(folder);
        assertThat(sync(shelf).run()).isEqualTo(120);
        tenant.sandbox.buys(tenant.image("tx-3")
                .changed(2, tenant.clock.now())
                .with("state", "cancelled")
                .build());
        PurchaseShelf later = PurchaseShelf.folder(folder);
        assertThat(sync(later).run()).isEqualTo(1);
        assertThat(later.find("tx-3").map(WirePurchase::state)).contains("cancelled");
        assertThat(later.find("tx-119").map(WirePurchase::state)).contains("completed");
        assertThat(later.find("tx-120")).isEmpty();
    }

    @Test
    void keepsEveryMemberAlsoThoseThatNobodyDocumented() {
        tenant.sandbox.buys(tenant.image("tx-1").with("zz_new", List.of(1, "ü")).build());
        PurchaseShelf shelf = PurchaseShelf.folder(folder);
        sync(shelf).run();
        WirePurchase came =
                tenant.client().licensing().purchases(null, 1).purchases().get(0);
        assertThat(PurchaseShelf.folder(folder).find("tx-1")).contains(came);
        assertThat(came.rest()).containsKey("zz_new");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void goesOnAfterAStopBetweenAnyTwoPages(int pages) {
        buy(230);
        AtomicInteger left = new AtomicInteger(pages);
        PurchaseSync stopped = new PurchaseSync(tenant.client().licensing(), PurchaseShelf.folder(folder), page -> {
            if (left.getAndDecrement() == 0) {
                throw new IllegalStateException("killed");
            }
        });
        assertThatThrownBy(stopped::run).hasMessage("killed");
        PurchaseShelf again = PurchaseShelf.folder(folder);
        assertThat(sync(again).run()).isEqualTo(230 - 50L * pages);
        for (int i = 0; i < 230; i++) {
            assertThat(again.find("tx-" + i)).isPresent();
        }
    }

    @Test
    void losesNothingToAPageThatWasCutOffOnDisk() throws Exception {
        buy(60);
        PurchaseShelf shelf = PurchaseShelf.folder(folder);
        sync(shelf).run();
        byte[] cut = "{\"uuid\":\"tx-7\",\"state\":\"canc".getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("journal"), cut, StandardOpenOption.APPEND);
        Files.write(
                folder.resolve("journal"), new byte[] {'\n', '@', '9', '9', (byte) 0xc3}, StandardOpenOption.APPEND);
        PurchaseShelf again = PurchaseShelf.folder(folder);
        assertThat(again.position()).isEqualTo(shelf.position());
        assertThat(again.find("tx-7").map(WirePurchase::state)).contains("completed");
        tenant.sandbox.buys(tenant.image("tx-60").build());
        assertThat(sync(again).run()).isEqualTo(1);
    }

    @Test
    void losesNothingWhenManyVersionsOfOnePurchaseAreThrownOut() {
        String long300 = "x".repeat(300_000);
        PurchaseShelf shelf = PurchaseShelf.folder(folder);
        for (int version = 1; version <= 4; version++) {
            try (var direct = new Tenant(builder -> builder.maxResponseBytes(8 << 20))) {
                direct.sandbox.buys(tenant.image("tx-1")
                        .with("version", version)
                        .with("zz_long", long300)
                        .build());
                new PurchaseSync(direct.client().licensing(), shelf).resync();
            }
        }
        assertThat(shelf.find("tx-1").map(WirePurchase::version)).contains(4L);
        assertThat(folder.toFile().listFiles((dir, name) -> name.startsWith("p-")))
                .hasSize(1);
        assertThat(folder.resolve("p-" + name("tx-1")))
                .satisfies(file -> assertThat(Files.size(file)).isLessThan(700_000));
    }

    private static String name(String uuid) {
        int hash = uuid.hashCode();
        return Integer.toHexString(0x1000 | ((hash ^ (hash >>> 16)) & 4095)).substring(1);
    }

    @Test
    void readsEverythingAnewForCountersThatChangeWithoutAWord() {
        buy(3);
        PurchaseShelf shelf = PurchaseShelf.inMemory(10);
        PurchaseSync sync = sync(shelf);
        sync.run();
        assertThat(sync.run()).isZero();
        assertThat(sync.resync()).isEqualTo(3);
    }

    @Test
    void refusesMoreThanTheMemoryWasMeantFor() {
        buy(3);
        PurchaseShelf small = PurchaseShelf.inMemory(2);
        assertThatThrownBy(() -> sync(small).run()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotLoseAHintThatComesWhileItReads() throws Exception {
        losesNoHint(PurchaseSync::run);
    }

    @Test
    void doesNotLoseAHintThatComesWhileSomebodyCatchesUp() throws Exception {
        losesNoHint(PurchaseSync::catchUp);
    }

    @Test
    void doesNotLoseAHintThatComesWhileItReadsEverythingAnew() throws Exception {
        losesNoHint(PurchaseSync::resync);
    }

    private void losesNoHint(Consumer<PurchaseSync> reads) throws Exception {
        buy(1);
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch hinted = new CountDownLatch(1);
        List<PurchasePage> pages = new ArrayList<>();
        PurchaseSync sync = new PurchaseSync(tenant.client().licensing(), PurchaseShelf.inMemory(10), page -> {
            pages.add(page);
            if (pages.size() == 2) {
                reading.countDown();
                awaitQuietly(hinted);
            }
        });
        Thread first = new Thread(() -> reads.accept(sync));
        first.start();
        reading.await();
        // The last page was asked for already when something is bought and the hint comes.
        tenant.sandbox.buys(tenant.image("late").build());
        assertThat(sync.run()).isZero();
        hinted.countDown();
        first.join();
        assertThat(pages.stream().flatMap(page -> page.purchases().stream()).map(WirePurchase::uuid))
                .containsExactly("tx-0", "late");
    }

    @Test
    void readsEverythingAnewAlsoWhenItIsAskedWhileItReads() throws Exception {
        buy(1);
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        List<PurchasePage> pages = new CopyOnWriteArrayList<>();
        PurchaseSync sync = new PurchaseSync(tenant.client().licensing(), PurchaseShelf.inMemory(10), page -> {
            pages.add(page);
            if (pages.size() == 1) {
                reading.countDown();
                awaitQuietly(asked);
            }
        });
        Thread first = new Thread(sync::run);
        first.start();
        reading.await();
        Thread second = new Thread(sync::resync);
        second.start();
        while (second.isAlive() && second.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        asked.countDown();
        first.join();
        second.join();
        assertThat(pages.stream().flatMap(page -> page.purchases().stream()).map(WirePurchase::uuid))
                .containsExactly("tx-0", "tx-0");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void authorizesAPushChannelAnewWithThePresentToken() {
        String proof = tenant.client()
                .licensing()
                .authorizePush("1.2", PushChannel.name(7))
                .reveal();
        assertThat(proof).contains("1.2");
        tenant.sandbox.expireTokens();
        assertThat(tenant.client()
                        .licensing()
                        .authorizePush("3.4", PushChannel.name(7))
                        .reveal())
                .contains("3.4");
        assertThatThrownBy(() -> PushChannel.name(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(PushChannel.address("sdk", "1")).hasHost("ws-eu.pusher.com");
    }

    @Test
    void findsOnePurchaseOnTheShelfWithOneRequest() {
        try (Tenant shelved = new Tenant(builder -> builder.shelf(PurchaseShelf.inMemory(1_000)))) {
            for (int i = 0; i < 200; i++) {
                shelved.sandbox.buys(shelved.image("tx-" + i).build());
            }
            AssetReader reader = shelved.the(AssetReader.class);
            reader.get(Tenant.license("tx-0"));
            shelved.sandbox.clearRequests();
            reader.get(Tenant.license("tx-150"));
            assertThat(shelved.sandbox.requests()).hasSize(1);
        }
    }

    @Test
    void saysThatAShelfIsNeededBeforeItReadsWithoutEnd() {
        try (Tenant small = new Tenant(builder -> builder.scanPages(2))) {
            for (int i = 0; i < 120; i++) {
                small.sandbox.buys(small.image("tx-" + i).build());
            }
            assertThatThrownBy(() -> small.the(AssetReader.class).get(Tenant.license("tx-1")))
                    .isInstanceOfSatisfying(
                            ConnectorException.class,
                            e -> assertThat(e.error().trace().vendorCode()).isEqualTo("shelf_needed"));
        }
    }

    @Test
    void goesOnAfterAnOutageInTheMiddle() {
        buy(120);
        PurchaseShelf shelf = PurchaseShelf.folder(folder);
        AtomicInteger pages = new AtomicInteger();
        PurchaseSync sync = new PurchaseSync(tenant.client().licensing(), shelf, page -> {
            if (pages.incrementAndGet() == 1) {
                tenant.sandbox.failNext(
                        3, "GET", SmintioSandbox.LICENSING + SmintioSandbox.PURCHASES_PATH, Fault.status(503));
            }
        });
        assertThatThrownBy(sync::run).isInstanceOf(ConnectorException.class);
        assertThat(sync.run()).isEqualTo(70);
    }
}
