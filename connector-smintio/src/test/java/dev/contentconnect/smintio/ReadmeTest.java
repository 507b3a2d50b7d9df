package dev.contentconnect.smintio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.auth.TokenStore;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Readme;
import dev.contentconnect.smintio.sandbox.Bought;
import dev.contentconnect.smintio.sandbox.SmintioSandbox;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
    @Test
    void theExampleIsTheOneThatRunsHere() {
        Readme.shows(ReadmeExample.class);
    }

    @Test
    void theExampleIsAllowed(@TempDir Path folder) {
        FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
        try (SmintioSandbox sandbox = new SmintioSandbox(clock)) {
            sandbox.buys(Bought.image("tx-1", "Beach", clock.now()).build());
            assertThat(ReadmeExample.run(
                                    sandbox.endpoint(),
                                    sandbox.licensingEndpoint(),
                                    Secret.of(SmintioSandbox.CLIENT_SECRET),
                                    TokenStore.inMemory(Secret.of(sandbox.loggedIn())),
                                    Map.of(
                                            "metadata",
                                            SmintioSandbox.METADATA_PATH,
                                            "purchases",
                                            SmintioSandbox.PURCHASES_PATH,
                                            "binaries",
                                            SmintioSandbox.BINARIES_PATH),
                                    folder)
                            .isAllowed())
                    .isTrue();
        }
    }

    @Test
    void thePageHasTheSectionsAndOptionsThatThereAre() {
        Readme.hasTheSectionsOfAll();
        Readme.listsEveryOption(List.of(Map.of()), SmintioConfigBuilder.class);
    }
}
