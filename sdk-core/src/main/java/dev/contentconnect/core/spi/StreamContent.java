package dev.contentconnect.core.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A stream that can be read once. */
final class StreamContent implements Content {
    private final AtomicReference<@Nullable InputStream> stream;
    private final long length;
    private final @Nullable String fileName;
    private final @Nullable String mediaType;

    StreamContent(InputStream stream, long length, @Nullable String fileName, @Nullable String mediaType) {
        if (length < 0) {
            throw new IllegalArgumentException("the length must be known: " + length);
        }
        this.stream = new AtomicReference<>(stream);
        this.length = length;
        this.fileName = fileName;
        this.mediaType = mediaType;
    }

    @Override
    public @Nullable String fileName() {
        return fileName;
    }

    @Override
    public @Nullable String mediaType() {
        return mediaType;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public InputStream open() {
        InputStream once = stream.getAndSet(null);
        if (once == null) {
            throw new IllegalStateException("this content can be read only once and has been");
        }
        return once;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public long copyTo(Path target) throws IOException {
        return Transfers.copy(this, target);
    }
}
