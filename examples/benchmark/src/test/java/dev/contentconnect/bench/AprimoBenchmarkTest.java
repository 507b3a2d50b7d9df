package dev.contentconnect.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AprimoBenchmarkTest {
    @ParameterizedTest
    @EnumSource
    void bothContendersSendAllBytes(UploadContender.Name name) throws Exception {
        URI server = URI.create("http://127.0.0.1:" + PlainServer.start(new UploadServer()));
        UploadWorker.send(name.open(server), 2L * UploadContender.SEGMENT + 17, server);
        assertThat(PlainServer.ask(server, "requests")).isEqualTo(name == UploadContender.Name.BARE ? 5 : 6);
    }

    @Test
    void theReportHasThroughputHeapAndTheRatio(@TempDir Path folder) throws Exception {
        Path report = folder.resolve("aprimo.md");
        String table = AprimoBenchmark.table("rounds=1", "bytes=45000000", "report=" + report);
        assertThat(table)
                .isEqualTo(Files.readString(report))
                .containsPattern("\\| connector-aprimo \\| \\d+ MB/s \\|")
                .containsPattern("multiple of the bare loop: \\d+\\.\\d\\d");
    }
}
