package dev.contentconnect.generic;

import dev.contentconnect.core.spi.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The bytes of one version, asked for when they are opened. */
record GenericContent(
        GenericClient client,
        String id,
        String version,
        @Nullable String fileName,
        @Nullable String mediaType,
        long length)
        implements Content {
    @Override
    public InputStream open() {
        return client.open(id, version);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public long copyTo(Path target) throws IOException {
        return client.download(id, version, target);
    }
}
