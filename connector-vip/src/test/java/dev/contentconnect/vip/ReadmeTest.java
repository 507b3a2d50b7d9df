package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.vip.sandbox.VipSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void theExampleIsTheOneThatRunsHere() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/contentconnect/vip/ReadmeExample.java"));
        String example = source.substring(source.indexOf("// example\n") + 11, source.indexOf("        // end"));
        assertThat(Files.readString(Path.of("README.md")))
                .contains(example.stripTrailing().stripIndent());
    }

    @Test
    void theExamplePublishes() {
        FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
        try (VipSandbox sandbox = new VipSandbox(clock)) {
            assertThat(ReadmeExample.run(
                                    sandbox.endpoint(),
                                    Secret.of(VipSandbox.PASSWORD),
                                    Pictures.content(Pictures.png(4, 4, 9), "poster.png"))
                            .status())
                    .isEqualTo(AssetStatus.PUBLISHED);
        }
    }
}
