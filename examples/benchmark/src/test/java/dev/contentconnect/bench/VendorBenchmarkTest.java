package dev.contentconnect.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.bench.VendorContender.Listing;
import dev.contentconnect.bench.VendorContender.Name;
import dev.contentconnect.core.model.Asset;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VendorBenchmarkTest {

    @ParameterizedTest
    @EnumSource
    void bothContendersGiveTheSameAssetsAndMakeTheSameRequests(Listing listing) throws Exception {
        URI server = URI.create("http://127.0.0.1:" + PlainServer.start(new VendorServer()));
        List<List<Asset>> given = new ArrayList<>();
        List<Long> requests = new ArrayList<>();
        for (Name name : Name.values()) {
            VendorServer.holds(server, 1_050);
            List<Asset> assets = new ArrayList<>();
            listing.list(name.open(server), assets::add);
            given.add(assets);
            requests.add(VendorServer.requests(server));
        }

        assertThat(given.get(0)).hasSize(1_050).isEqualTo(given.get(1));
        assertThat(requests.get(0)).isEqualTo(requests.get(1));
    }

    @Test
    void theReportHasRatiosHeapsAndTheRateOfWrites(@TempDir Path folder) throws Exception {
        Path report = folder.resolve("vendors.md");

        String table = VendorBenchmark.table("rounds=1", "hits=1000", "nodes=200", "assets=60", "report=" + report);

        assertThat(table)
                .isEqualTo(Files.readString(report))
                // Two pages and the empty one that is the end.
                .containsPattern("1,000 hits through search_after \\| 3 \\| \\d+\\.\\d\\d ")
                // Two pages, and what the category is called and made of.
                .containsPattern("200 nodes of a folder \\| \\d \\| \\d+\\.\\d\\d ")
                .containsPattern("500 hits through search_after \\| \\d+\\.\\d MB ")
                .containsPattern("60 assets, in chunks of 500 \\| 1 \\| .* \\| 0 \\|")
                .containsPattern("60 assets, one call for each asset, 8 callers \\| 60 \\| .* \\| 0 \\|");
    }
}
