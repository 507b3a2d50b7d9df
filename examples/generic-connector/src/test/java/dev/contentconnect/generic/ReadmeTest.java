package dev.contentconnect.generic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.testkit.Readme;
import dev.contentconnect.generic.sandbox.GenericSandbox;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void theExampleIsTheOneThatRunsHere() {
        Readme.showsOnly(ReadmeExample.class);
    }

    @Test
    void thePageHasTheSectionsAndOptionsThatThereAre() {
        Readme.hasTheSectionsOfAll();
        Readme.listsEveryOption(List.of(Map.of()), GenericConfigBuilder.class);
    }

    @Test
    void theExampleKeepsAPicture() {
        try (Tenant tenant = new Tenant()) {
            Content picture = Content.of(new ByteArrayInputStream(new byte[] {1, 2, 3}), 3, "poster.png", "image/png");
            Asset kept = ReadmeExample.run(tenant.sandbox.endpoint(), Secret.of(GenericSandbox.SECRET), picture);
            assertThat(kept.title()).isEqualTo("Poster");
            assertThat(Objects.requireNonNull(kept.currentVersion()).sizeBytes())
                    .isEqualTo(3);
        }
    }
}
