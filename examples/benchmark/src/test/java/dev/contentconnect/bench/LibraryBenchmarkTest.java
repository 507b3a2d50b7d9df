package dev.contentconnect.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryBenchmarkTest {

    @Test
    void bothContendersMakeTheSameRequestsAndTheReportHasRatios(@TempDir Path folder) throws Exception {
        Path report = folder.resolve("library.md");

        String table = LibraryBenchmark.table("quick", "report=" + report);

        assertThat(table)
                .isEqualTo(Files.readString(report))
                // 200 items are three pages, since each begins with the last item of the one before; 2 assets take four
                // requests each, and their package six and three for each.
                .containsPattern("full listing of 20,000 media items \\| 3 \\| \\d+\\.\\d\\d ")
                .containsPattern("package of 200 assets of 100 KB \\| 20 \\| \\d+\\.\\d\\d ")
                .containsPattern("\\| bare \\| \\d+\\.\\d µs ");
    }
}
