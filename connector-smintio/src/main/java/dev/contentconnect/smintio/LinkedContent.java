package dev.contentconnect.smintio;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.spi.Content;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bytes behind an address that ends after a while: it is asked for when opened, and anew when it has ended on the way. */
record LinkedContent(
        Link link,
        Opening opening,
        Copying copying,
        @Nullable String fileName,
        @Nullable String mediaType,
        long length) implements Content {
    private static final int ADDRESSES = 3;

    /** How services refuse an address that has ended: 403, 404, 410 and 424. */
    private static final Set<ErrorKind> ENDED = Set.of(ErrorKind.FORBIDDEN, ErrorKind.NOT_FOUND);

    /** Asks for an address. */
    interface Link {
        /** A good address; another one each time but the first. */
        URI fresh();
    }

    /** Opens an address. */
    interface Opening {
        InputStream open(URI address);
    }

    /** Copies what is behind an address. */
    interface Copying {
        long copy(URI address, Path target) throws IOException;
    }

    @Override
    public InputStream open() {
        for (int i = 1; ; i++) {
            try {
                return opening.open(link.fresh());
            } catch (ConnectorException e) {
                checkEnded(e, i);
            }
        }
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public long copyTo(Path target) throws IOException {
        for (int i = 1; ; i++) {
            try {
                return copying.copy(link.fresh(), target);
            } catch (ConnectorException e) {
                checkEnded(e, i);
            }
        }
    }

    private static void checkEnded(ConnectorException e, int addresses) {
        if (addresses >= ADDRESSES
                || !ENDED.contains(e.kind())
                || !e.error().trace().operation().endsWith(".content")) {
            throw e;
        }
    }
}
