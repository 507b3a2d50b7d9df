package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.testkit.Heap;
import dev.contentconnect.vip.sandbox.BigPortfolio;
import dev.contentconnect.vip.wire.WireProduct;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A portfolio of more than 20 MB. The server makes it while it sends it, and measures what is alive in the heap, both sides
 * of the wire together, each time another two thousand products have gone out.
 */
class FlatPortfolioTest {
    private static final int PRODUCTS = 20_000;
    private static final long LARGE = 20_000_000;
    private static final long ALLOWED = 16 << 20;

    private long before;
    private long most;

    private void measure(int product) {
        if (product % 2_000 == 0) {
            most = Math.max(most, Heap.alive());
        }
    }

    private interface Use {
        long of(VipConnector vip) throws IOException;
    }

    private void flat(Path folder, boolean gzip, long expected, Use use) throws IOException {
        try (BigPortfolio big = new BigPortfolio(PRODUCTS, this::measure);
                VipConnector vip = VipConnector.create(VipConfig.vtinfo()
                        .endpoint(big.service())
                        .distributors("00123")
                        .gzip(gzip)
                        .snapshots(VtinfoSnapshots.directory(folder))
                        .build())) {
            before = Heap.alive();
            most = before;
            assertThat(use.of(vip)).isEqualTo(expected);
            most = Math.max(most, Heap.alive());
            assertThat(big.sent()).isGreaterThan(LARGE);
            assertThat(most - before).as("bytes alive in the heap").isLessThan(ALLOWED);
        }
    }

    @Test
    void productsAreHandedOutOneByOne(@TempDir Path folder) throws IOException {
        flat(folder, true, PRODUCTS, vip -> {
            try (Stream<WireProduct> products = vip.vtinfo().products("00123")) {
                return products.filter(product -> product.hasItemCode("I" + product.id()))
                        .count();
            }
        });
    }

    @Test
    void assetsAreListedFromDisk(@TempDir Path folder) throws IOException {
        // An image each, and a sell sheet for each hundred.
        flat(
                folder,
                false,
                PRODUCTS + PRODUCTS / 100,
                vip -> vip.require(AssetReader.class).query(AssetQuery.ALL).stream()
                        .count());
    }

    @Test
    void snapshotsAreSortedOnDisk(@TempDir Path folder) throws IOException {
        flat(
                folder,
                true,
                0,
                vip -> vip.require(AssetFeed.class).changes(null, 100).events().size());
    }

    @Test
    void aLargePortfolioThatBreaksOffIsNone(@TempDir Path folder) throws IOException {
        try (BigPortfolio big = new BigPortfolio(PRODUCTS, number -> {});
                VipConnector vip = VipConnector.create(VipConfig.vtinfo()
                        .endpoint(big.service())
                        .distributors("00123")
                        .snapshots(VtinfoSnapshots.directory(folder))
                        .build())) {
            big.cutAfter(LARGE - 1_000_000);
            AssetFeed feed = vip.require(AssetFeed.class);
            assertThat(catchThrowableOfType(ConnectorException.class, () -> feed.changes(null, 1))
                            .kind())
                    .isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(folder.resolve("manifest")).doesNotExist();
        }
    }
}
