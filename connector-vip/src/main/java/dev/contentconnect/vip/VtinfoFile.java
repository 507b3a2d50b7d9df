package dev.contentconnect.vip;

import dev.contentconnect.core.model.Checksum;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file while it comes over the wire. Its digest is taken on the way; who asked to be told of downloads is told when the last
 * byte was read. Close it; that releases the connection. Belongs to one thread.
 */
public final class VtinfoFile extends FilterInputStream {
    private final URI source;
    private final @Nullable String mediaType;
    private final long length;
    private final MessageDigest digest = Digests.sha256();
    private final Supplier<Instant> clock;
    private final Consumer<VtinfoDownload> listener;
    private final Runnable release;
    private long count;
    private @Nullable VtinfoDownload done;

    VtinfoFile(
            InputStream in,
            URI source,
            @Nullable String mediaType,
            long length,
            Supplier<Instant> clock,
            Consumer<VtinfoDownload> listener,
            Runnable release) {
        super(in);
        this.source = source;
        this.mediaType = mediaType;
        this.length = length;
        this.clock = clock;
        this.listener = listener;
        this.release = release;
    }

    /**
     * What the answer says it is.
     *
     * @return for example {@code application/pdf}, without parameters; null when it says nothing
     */
    public @Nullable String mediaType() {
        return mediaType;
    }

    /**
     * How many bytes the answer announces.
     *
     * @return -1 when it does not say
     */
    public long length() {
        return length;
    }

    /**
     * What was fetched.
     *
     * @return null until the last byte was read
     */
    public @Nullable VtinfoDownload download() {
        return done;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        int got = super.read(target, offset, wanted);
        if (got > 0) {
            digest.update(target, offset, got);
            count += got;
        } else if (got < 0 && done == null) {
            done = new VtinfoDownload(
                    source, clock.get(), count, Checksum.sha256(HexFormat.of().formatHex(digest.digest())), mediaType);
            listener.accept(done);
        }
        return got;
    }

    /** Nothing is left out of the digest: skipping reads. */
    @Override
    public long skip(long wanted) throws IOException {
        byte[] passed = new byte[(int) Math.max(0, Math.min(wanted, 8192))];
        int got = passed.length == 0 ? 0 : read(passed, 0, passed.length);
        return Math.max(0, got);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } finally {
            release.run();
        }
    }
}
