package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.aprimo.sandbox.AprimoSandbox;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Readme;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void theExampleIsTheOneThatRunsHere() {
        Readme.shows(ReadmeExample.class);
    }

    @Test
    void theExampleMakesAnAsset() {
        FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
        try (AprimoSandbox sandbox = new AprimoSandbox(clock)) {
            Asset made = ReadmeExample.run(
                    sandbox.endpoint(),
                    sandbox.endpoint(),
                    AprimoSandbox.CLIENT_ID,
                    Secret.of(AprimoSandbox.CLIENT_SECRET),
                    AprimoSandbox.INBOX,
                    Tenant.content(Tenant.BYTES, "poster.jpg"));
            assertThat(made.title()).isEqualTo("Poster");
            assertThat(made.tags()).containsExactly("summer");
        }
    }

    @Test
    void thePageHasTheSectionsAndOptionsThatThereAre() {
        Readme.hasTheSectionsOfAll();
        Readme.listsEveryOption(List.of(Map.of()), AprimoConfigBuilder.class);
    }
}
