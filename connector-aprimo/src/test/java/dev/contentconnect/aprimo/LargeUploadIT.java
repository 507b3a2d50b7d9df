package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.aprimo.sandbox.AprimoSandbox;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.GeneratedContent;
import dev.contentconnect.core.testkit.Heap;
import dev.contentconnect.core.testkit.UploadCounter;
import dev.contentconnect.core.testkit.Wiring;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 2 GiB in segments, while the token ends in the middle and the service loses a segment. */
class LargeUploadIT {
    private static final long SIZE = 2L << 30;
    private static final int SEGMENT = 20_000_000;
    /** One segment, what wraps it, and what the sandbox keeps of all of them. */
    private static final long ALLOWED = 96L << 20;

    private final FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
    private final AprimoSandbox sandbox = new AprimoSandbox(clock);
    private final UploadCounter counter = UploadCounter.before(sandbox.endpoint());
    private final AprimoConnector connector =
            AprimoConnector.create(Tenant.options(new Wiring(clock).apply(AprimoConfig.builder()), sandbox)
                    .uploadEndpoint(counter.endpoint())
                    .segmentBytes(SEGMENT)
                    .bodyTimeout(Duration.ofSeconds(30))
                    .build());
    private final long before = Heap.alive();
    private long most = before;

    @AfterEach
    void stop() {
        connector.close();
        counter.close();
        sandbox.close();
    }

    /** Looks at the heap each time another quarter of a gigabyte has been read. */
    private record Weighed(GeneratedContent content, Runnable look) implements Content {
        @Override
        public @Nullable String fileName() {
            return content.fileName();
        }

        @Override
        public @Nullable String mediaType() {
            return content.mediaType();
        }

        @Override
        public long length() {
            return content.length();
        }

        @Override
        public boolean isRepeatable() {
            return content.isRepeatable();
        }

        @Override
        public long copyTo(Path target) throws IOException {
            return content.copyTo(target);
        }

        @Override
        public InputStream open() {
            return new FilterInputStream(content.open()) {
                private long read;

                @Override
                public int read(byte[] into, int at, int wanted) throws IOException {
                    int count = super.read(into, at, wanted);
                    if (count > 0 && read / (256 << 20) < (read + count) / (256 << 20)) {
                        look.run();
                    }
                    read += Math.max(0, count);
                    return count;
                }
            };
        }
    }

    private Asset upload(boolean repeatable) {
        Asset metadata = Asset.builder(SourceRef.of("dam", "1")).title("Master").build();
        GeneratedContent master = new GeneratedContent("master.mov", "video/quicktime", SIZE, repeatable);
        Content weighed = new Weighed(master, () -> most = Math.max(most, Heap.alive()));
        return connector.require(AssetWriter.class).create(new AssetDraft("dam:1", metadata, weighed));
    }

    @Test
    void goesOnWithAnotherTokenAndHoldsOneSegment() {
        counter.when(SIZE / 2, sandbox::expireTokens);
        Asset made = upload(false);
        // The segment that the old token came with was turned away and sent again; no other was.
        assertThat(counter.counted()).isBetween(SIZE, SIZE + 2L * SEGMENT);
        assertThat(sandbox.tokensIssued()).isEqualTo(2);
        assertThat(sandbox.openUploads()).isZero();
        assertThat(connector.require(AssetReader.class).versions(made.ref())).hasSize(1);
        assertThat(most - before).as("bytes alive in the heap").isLessThan(ALLOWED);
    }

    @Test
    void sendsAllOnceMoreWhenOneWasLost() {
        sandbox.loseSegment(50);
        Asset made = upload(true);
        assertThat(counter.counted()).isBetween(2 * SIZE, 2 * SIZE + SEGMENT);
        assertThat(connector.require(AssetReader.class).versions(made.ref())).hasSize(1);
        assertThat(most - before).as("bytes alive in the heap").isLessThan(ALLOWED);
    }
}
