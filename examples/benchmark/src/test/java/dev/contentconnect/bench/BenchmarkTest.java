package dev.contentconnect.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Asset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkTest {

    @Test
    void runsEveryContenderInItsOwnProcessAndReportsRatios(@TempDir Path folder) throws Exception {
        Path report = folder.resolve("report.md");

        String table = Benchmark.table("quick", "only=get-1,list,upload", "report=" + report);

        assertThat(table)
                .isEqualTo(Files.readString(report))
                .containsPattern("GET of a 2 KB object, 1 caller \\| sdk \\| jdk \\| \\d+\\.\\d\\d ")
                .containsPattern("GET of a 2 KB object, 1 caller \\| sdk \\| retrofit \\| \\d+\\.\\d\\d ")
                .containsPattern("in pages of 200 KB \\| sdk prefetch \\| jdk \\| \\d+\\.\\d\\d ")
                .containsPattern("upload of 1 GiB from a file \\| retrofit \\| \\d+\\.\\d µs ");
    }

    @Test
    void takesTheMiddleOfTheRounds() {
        List<Usage> rounds = List.of(usage(900), usage(10), usage(30));

        assertThat(Usage.median(rounds)).isEqualTo(usage(30));
        assertThat(Usage.parse(usage(7).toLine())).isEqualTo(usage(7));
    }

    @Test
    void sendsAnAssetOfTwoKilobytesThatIsMappedWhole() throws Exception {
        WireAsset wire = Mapping.mapper().readValue(Payloads.ASSET, WireAsset.class);

        Asset asset = Assets.of(wire);

        assertThat(Payloads.ASSET.length).isBetween(1_900, 2_200);
        assertThat(new String(Payloads.ASSET, StandardCharsets.UTF_8))
                .contains(asset.ref().id());
        assertThat(asset.renditions()).hasSize(4);
        assertThat(asset.currentVersion()).isNotNull();
        assertThat(asset.extensions().get("bench")).containsKeys("campaign", "season");
    }

    private static Usage usage(long value) {
        return new Usage(value, value, value, value, value, value);
    }
}
