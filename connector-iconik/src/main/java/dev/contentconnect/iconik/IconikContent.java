package dev.contentconnect.iconik;

import dev.contentconnect.core.spi.Content;
import dev.contentconnect.iconik.api.Files;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The bytes of one file. Its address is asked for when it is opened, as it holds for a short time. */
record IconikContent(
        Files files,
        Supplier<URI> address,
        @Nullable String fileName,
        @Nullable String mediaType,
        long length) implements Content {
    @Override
    public InputStream open() {
        return files.open(address.get());
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public long copyTo(Path target) throws IOException {
        return files.download(address.get(), target);
    }
}
