package dev.contentconnect.iconik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Readme;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import java.time.Duration;
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
    void theExampleAsks() {
        FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
        try (IconikSandbox sandbox = new IconikSandbox(clock)) {
            sandbox.indexDelay(Duration.ZERO);
            assertThat(ReadmeExample.run(
                                    sandbox.endpoint(),
                                    IconikSandbox.APP_ID,
                                    Secret.of(IconikSandbox.TOKEN),
                                    Tenant.content(Tenant.BYTES, "film.mp4"))
                            .status())
                    .isEqualTo(ApprovalStatus.PENDING);
        }
    }

    @Test
    void thePageHasTheSectionsAndOptionsThatThereAre() {
        Readme.hasTheSectionsOfAll();
        Readme.listsEveryOption(List.of(Map.of()), IconikConfigBuilder.class);
    }
}
