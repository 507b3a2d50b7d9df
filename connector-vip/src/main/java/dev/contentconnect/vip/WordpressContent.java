package dev.contentconnect.vip;

import dev.contentconnect.core.spi.Content;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The bytes of one file, opened when they are needed. */
record WordpressContent(
        WordpressClient client,
        URI source,
        @Nullable String fileName,
        @Nullable String mediaType,
        long length) implements Content {
    @Override
    public InputStream open() {
        return client.media().open(source);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public long copyTo(Path target) throws IOException {
        return client.media().download(source, target);
    }
}
