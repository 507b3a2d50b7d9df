package dev.contentconnect.iconik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.GeneratedContent;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An upload that cannot be what it should: a typed failure, or the next attempt goes on. The one of 2 GiB is {@link LargeUploadIT}. */
class BadUploadTest {
    private final Tenant tenant = new Tenant(options -> options.partBytes(5 << 20));
    private final byte[] large = new byte[(11 << 20) + 7];

    @AfterEach
    void close() {
        tenant.close();
    }

    private static ConnectorException failure(ThrowingCallable call) {
        return catchThrowableOfType(ConnectorException.class, call);
    }

    private AssetWriter writer() {
        return tenant.the(AssetWriter.class);
    }

    private static AssetDraft draft(Content content) {
        return new AssetDraft(
                "dam:1", Asset.builder(SourceRef.of("dam", "1")).title("Film").build(), content);
    }

    /** Something happens when the first part has been read. */
    private Content interrupted(Runnable what) {
        Arrays.fill(large, (byte) 7);
        InputStream in = new FilterInputStream(new ByteArrayInputStream(large)) {
            private int left = 5 << 20;

            @Override
            public int read(byte[] into, int at, int length) throws IOException {
                if (left == 0) {
                    what.run();
                }
                int count = super.read(into, at, left > 0 ? Math.min(left, length) : length);
                left -= count;
                return count;
            }
        };
        return Content.of(in, large.length, "large.mov", "video/quicktime");
    }

    private byte[] kept(Asset asset) throws IOException {
        try (InputStream in =
                tenant.the(AssetReader.class).content(asset.ref(), null, null).open()) {
            return in.readAllBytes();
        }
    }

    @Test
    void goesOnWithFreshAddressesWhenTheOldOnesExpireInItsMiddle() throws IOException {
        Content content = interrupted(tenant.sandbox::expireSignatures);
        Asset made = writer().create(draft(content));
        assertThat(Arrays.equals(kept(made), large)).isTrue();
        assertThat(tenant.sandbox.openUploads()).isZero();
    }

    @Test
    void fillsTheSameFileTheNextTime() throws IOException {
        Content content = interrupted(() -> tenant.sandbox.failNext(2, "PUT", "/storage/", Fault.status(403)));
        ConnectorException failure = failure(() -> writer().create(draft(content)));
        assertThat(failure.kind()).isEqualTo(ErrorKind.FORBIDDEN);
        tenant.settle();
        String id = tenant.sandbox.assetsWithKey("dam:1").get(0);
        assertThat(tenant.sandbox.openFiles(id)).hasSize(1);
        tenant.sandbox.expireSignatures();

        Asset made = writer().create(draft(interrupted(() -> {})));
        assertThat(made.ref().id()).isEqualTo(id);
        assertThat(Arrays.equals(kept(made), large)).isTrue();
        assertThat(tenant.sandbox.openFiles(id)).isEmpty();
        assertThat(tenant.sandbox.fileSets(id)).isEqualTo(1);
    }

    @Test
    void contentOfUnknownLengthIsRefusedBeforeAnythingIsMade() {
        Content unknown = new GeneratedContent("film.mp4", "video/mp4", -1, false);
        ConnectorException failure = failure(() -> writer().create(draft(unknown)));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure.error().trace().vendorCode()).isEqualTo("length_unknown");
        assertThat(tenant.sandbox.assetsWithKey("dam:1")).isEmpty();

        Asset film = tenant.film("dam:1");
        assertThat(failure(() -> writer().addVersion(film.ref(), "cut 2", unknown))
                        .error()
                        .trace()
                        .vendorCode())
                .isEqualTo("length_unknown");
        assertThat(tenant.the(AssetReader.class).versions(film.ref())).hasSize(1);
    }
}
