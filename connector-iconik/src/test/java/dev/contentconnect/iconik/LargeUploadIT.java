package dev.contentconnect.iconik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.GeneratedContent;
import dev.contentconnect.core.testkit.UploadCounter;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 2 GiB that go to the storage in parts, while the token and every address end in the middle. */
class LargeUploadIT {
    private static final long SIZE = 2L << 30;

    private final FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
    private final IconikSandbox sandbox = new IconikSandbox(clock);
    private final UploadCounter counter = UploadCounter.before(sandbox.endpoint());
    private final IconikConnector connector =
            IconikConnector.create(Tenant.options(new Wiring(clock).apply(IconikConfig.builder()), sandbox)
                    .endpoint(counter.endpoint())
                    .clientSecret(Secret.of(IconikSandbox.CLIENT_SECRET))
                    .build());

    @AfterEach
    void stop() {
        connector.close();
        counter.close();
        sandbox.close();
    }

    @Test
    void goesOnWithAnotherTokenAndFreshAddresses() {
        counter.when(SIZE / 2, () -> {
            sandbox.expireTokens();
            sandbox.expireSignatures();
        });
        Asset metadata = Asset.builder(SourceRef.of("dam", "1")).title("Master").build();
        GeneratedContent master = new GeneratedContent("master.mov", "video/quicktime", SIZE, false);

        Asset made = connector.require(AssetWriter.class).create(new AssetDraft("dam:1", metadata, master));

        // The part during which the addresses ended was turned away and sent again; no other was.
        assertThat(counter.counted()).isBetween(SIZE, SIZE + (16 << 20));
        assertThat(sandbox.tokensIssued()).isEqualTo(2);
        assertThat(sandbox.assetsWithKey("dam:1")).containsExactly(made.ref().id());
        assertThat(sandbox.openUploads()).isZero();
        assertThat(sandbox.openFiles(made.ref().id())).isEmpty();
        assertThat(connector.require(AssetReader.class).versions(made.ref()))
                .hasSize(1)
                .allMatch(one -> one.sizeBytes() != null && one.sizeBytes() == SIZE);
    }
}
