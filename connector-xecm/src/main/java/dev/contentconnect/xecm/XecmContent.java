package dev.contentconnect.xecm;

import dev.contentconnect.core.spi.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The bytes of one version, opened when they are needed. */
record XecmContent(
        XecmClient client,
        long node,
        @Nullable Long version,
        @Nullable String fileName,
        @Nullable String mediaType,
        long length)
        implements Content {
    @Override
    public InputStream open() {
        return client.versions().open(node, version);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public long copyTo(Path target) throws IOException {
        return client.versions().download(node, version, target);
    }
}
