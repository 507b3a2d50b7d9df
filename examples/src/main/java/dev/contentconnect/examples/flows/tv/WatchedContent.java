package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.spi.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Content of which something is said before any of its bytes are read.
 *
 * @param content the bytes
 * @param reading called each time they are about to be read
 */
record WatchedContent(Content content, Runnable reading) implements Content {

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
    public InputStream open() throws IOException {
        reading.run();
        return content.open();
    }

    @Override
    public boolean isRepeatable() {
        return content.isRepeatable();
    }

    @Override
    public long copyTo(Path target) throws IOException {
        reading.run();
        return content.copyTo(target);
    }
}
