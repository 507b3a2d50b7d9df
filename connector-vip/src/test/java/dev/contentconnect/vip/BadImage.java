package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.spi.Content;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image that is no longer where its address says. */
abstract class BadImage extends BadInputStage {
    BadImage(Site site) {
        super(site);
    }

    @Test
    void isNotFoundThoughItsItemIsThere(@TempDir Path folder) throws Exception {
        Asset gone = published(key);
        Asset there = published(key + "-2");
        Path target = folder.resolve("poster.png");
        site.deleteFile(gone.ref());

        Content content = reader().content(gone.ref(), null, null);
        ConnectorException opened = failure(() -> content.open().close());
        ConnectorException copied = failure(() -> content.copyTo(target));

        assertThat(opened.kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(opened).message().doesNotContain("<");
        assertThat(copied.kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(folder).isEmptyDirectory();
        assertThat(reader().get(gone.ref()).key()).isEqualTo(key);
        assertThat(bytes(reader().content(there.ref(), null, null))).isEqualTo(PICTURE);
    }

    @Test
    void isReplacedByTheNextVersion() throws Exception {
        Asset asset = published(key);
        site.deleteFile(asset.ref());
        add(asset, "v-2");
        assertThat(bytes(reader().content(asset.ref(), null, null))).isEqualTo(OTHER_PICTURE);
    }
}
