package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.api.Files;
import dev.contentconnect.core.spi.Content;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Bytes behind a signed address, which is asked for anew each time: it expires. */
record AprimoContent(
        Files files, Supplier<URI> address, @Nullable String fileName, long length) implements Content {
    @Override
    public @Nullable String mediaType() {
        return null;
    }

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
