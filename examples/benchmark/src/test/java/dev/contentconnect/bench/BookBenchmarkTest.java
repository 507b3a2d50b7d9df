package dev.contentconnect.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.vip.wire.WireProduct;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookBenchmarkTest {
    @Test
    void bothContendersGiveTheSameProductsInOneRequest() throws Exception {
        URI server = URI.create("http://127.0.0.1:" + PlainServer.start(new BookServer()));
        List<List<WireProduct>> given = new ArrayList<>();
        for (BookContender.Name name : BookContender.Name.values()) {
            BookServer.holds(server, 150);
            List<WireProduct> products = new ArrayList<>();
            name.open(server).products(products::add);
            given.add(products);
            assertThat(PlainServer.ask(server, "requests")).isOne();
        }
        assertThat(given.get(0)).hasSize(150).isEqualTo(given.get(1));
    }

    @Test
    void theReportHasRatiosAndTheHeap(@TempDir Path folder) throws Exception {
        Path report = folder.resolve("book.md");
        String table = BookBenchmark.table("rounds=1", "products=300", "report=" + report);
        assertThat(table)
                .isEqualTo(Files.readString(report))
                .containsPattern("300 products, 3\\d\\d,\\d{3} bytes")
                .containsPattern("\\| connector-vip \\|( \\d+\\.\\d [µKM]?[sB] \\|){5}")
                .containsPattern("\\| code by hand \\|( \\d+\\.\\d [µKM]?[sB] \\|){5}")
                .containsPattern("code by hand: CPU \\d+\\.\\d\\d");
    }
}
