package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.spi.AssetWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A file over the limit of the server, which shows in three ways: PHP's limit for a file as 500, its limit for a form as 400
 * for a form without a file, the web server's own as 413 with a page.
 */
abstract class BadFileSize extends BadInputStage {
    private static final byte[] OVER_THE_FILE_LIMIT = Pictures.noise(1000, 1000);
    private static final byte[] OVER_THE_FORM_LIMIT = Pictures.noise(1800, 1800);

    BadFileSize(Site site) {
        super(site);
    }

    /** The same site on a web server that takes no more than 64 KB; null where there is none. */
    abstract @Nullable Library onAStrictWebServer();

    private void isRejected(VipConnector through, byte[] file, int status) {
        Asset asset = published(key);
        Shown before = shown();
        AssetWriter writer = through.require(AssetWriter.class);

        ConnectorException first = failure(() -> writer.create(draft(key + "-2", Pictures.content(file, "large.png"))));
        ConnectorException version =
                failure(() -> writer.addVersion(asset.ref(), "v-2", Pictures.content(file, "large.png")));

        for (ConnectorException refused : List.of(first, version)) {
            assertThat(refused.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(refused.error().retryable()).isFalse();
            assertThat(refused.error().trace().status()).isEqualTo(status);
            assertThat(refused).message().doesNotContain("<");
        }
        assertThat(shown()).isEqualTo(before);
        assertThat(reader().findByKey(key + "-2")).isEmpty();
        assertThat(reader().versions(asset.ref())).hasSize(1);
        assertThat(add(asset, "v-2").number()).as("one that is not too large").isEqualTo(2);
    }

    @Test
    void isRejectedWhereItShowsAs500() {
        assertThat(OVER_THE_FILE_LIMIT.length).isBetween(2 << 20, 8 << 20);
        isRejected(vip, OVER_THE_FILE_LIMIT, 500);
    }

    @Test
    void isRejectedWhereItShowsAs400() {
        assertThat(OVER_THE_FORM_LIMIT.length).isGreaterThan(8 << 20);
        isRejected(vip, OVER_THE_FORM_LIMIT, 400);
    }

    @ParameterizedTest
    @EnumSource(WordpressConfig.Upload.class)
    void isRejectedWhereItShowsAs413(WordpressConfig.Upload way) {
        Library strict = onAStrictWebServer();
        org.junit.jupiter.api.Assumptions.assumeTrue(strict != null, "no web server with a limit of its own");
        try (VipConnector through =
                VipConnector.create(strict.config(Library.ADMIN).upload(way).build())) {
            isRejected(through, Pictures.noise(300, 300), 413);
        }
    }
}
