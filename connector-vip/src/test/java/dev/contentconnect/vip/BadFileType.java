package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file of a type that the site does not take: WordPress answers 500 and means no. */
abstract class BadFileType extends BadInputStage {
    private static final byte[] SCRIPT = "echo 1".getBytes(StandardCharsets.UTF_8);

    BadFileType(Site site) {
        super(site);
    }

    private static Content file(String name, String type) {
        return Content.of(new ByteArrayInputStream(SCRIPT), SCRIPT.length, name, type);
    }

    private VipConnector connect(WordpressConfig.Upload way) {
        return VipConnector.create(library.config(Library.ADMIN).upload(way).build());
    }

    @ParameterizedTest
    @EnumSource(WordpressConfig.Upload.class)
    void isRejectedAndLeavesNothingBehind(WordpressConfig.Upload way) {
        Shown before = shown();
        try (VipConnector other = connect(way)) {
            ConnectorException refused = failure(() ->
                    other.require(AssetWriter.class).create(draft(key, file("a.exe", "application/x-msdownload"))));
            assertThat(refused.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(refused.error().retryable()).isFalse();
            assertThat(refused.error().trace().status()).isEqualTo(500);
        }
        assertThat(shown()).isEqualTo(before);
        assertThat(reader().findByKey(key)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(WordpressConfig.Upload.class)
    void underTheNameOfAPictureIsRejectedAsWell(WordpressConfig.Upload way) {
        Shown before = shown();
        try (VipConnector other = connect(way)) {
            AssetWriter writer = other.require(AssetWriter.class);
            assertThat(kind(() -> writer.create(draft(key, file("poster.png", "image/png")))))
                    .isEqualTo(ErrorKind.REJECTED);
        }
        assertThat(shown()).isEqualTo(before);
        assertThat(reader().findByKey(key)).isEmpty();
    }

    @Test
    void isNoVersionOfAnAssetThatIsOut() throws Exception {
        Asset asset = published(key);
        Shown before = shown();

        assertThat(kind(() -> writer().addVersion(asset.ref(), "v-2", file("b.exe", "application/x-msdownload"))))
                .isEqualTo(ErrorKind.REJECTED);

        assertThat(shown()).isEqualTo(before);
        assertThat(reader().versions(asset.ref())).hasSize(1);
        assertThat(bytes(reader().content(asset.ref(), null, null))).isEqualTo(PICTURE);
        assertThat(add(asset, "v-2").number()).isEqualTo(2);
    }
}
