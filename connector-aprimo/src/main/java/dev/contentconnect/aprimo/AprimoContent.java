package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.api.Files;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.spi.Content;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Bytes behind a signed address, which is asked for anew each time, and once more when it expired on the way. */
record AprimoContent(
        Files files, Supplier<URI> address, @Nullable String fileName, long length) implements Content {
    @Override
    public @Nullable String mediaType() {
        return null;
    }

    @Override
    public InputStream open() {
        try {
            return files.open(address.get());
        } catch (ConnectorException e) {
            return files.open(another(e));
        }
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public long copyTo(Path target) throws IOException {
        try {
            return files.download(address.get(), target);
        } catch (ConnectorException e) {
            return files.download(another(e), target);
        }
    }

    /** Storages answer 403 to a signature that is no longer good. */
    private URI another(ConnectorException why) {
        if (why.kind() != ErrorKind.FORBIDDEN) {
            throw why;
        }
        return address.get();
    }
}
