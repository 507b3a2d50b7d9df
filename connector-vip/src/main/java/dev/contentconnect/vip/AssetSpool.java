package dev.contentconnect.vip;

import dev.contentconnect.core.json.CanonicalJson;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.model.Asset;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The assets of one portfolio in a temporary file, so that a list of it has pages although the service has none, and nothing
 * of a portfolio is handed out before all of it was there. Safe for several threads once it is filled.
 */
final class AssetSpool implements Closeable {
    private final Path path;
    private final String sourceCode;
    private final RandomAccessFile file;
    private long size;

    private AssetSpool(Path path, String sourceCode, RandomAccessFile file) {
        this.path = path;
        this.sourceCode = sourceCode;
        this.file = file;
    }

    /** Fills a spool. */
    interface Filling {
        void fill(Sink sink) throws IOException;
    }

    /** Takes assets. */
    interface Sink {
        void add(Asset asset) throws IOException;
    }

    /** What {@link #read} found. */
    record Part(List<Asset> assets, long next, boolean last) {}

    static AssetSpool filled(String sourceCode, Filling filling) throws IOException {
        Path path = Files.createTempFile("contentconnect-vip-", ".assets");
        AssetSpool spool = new AssetSpool(path, sourceCode, new RandomAccessFile(path.toFile(), "rw"));
        spool.hide();
        boolean whole = false;
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(spool.bytes(), 64 << 10))) {
            filling.fill(asset -> {
                byte[] json = CanonicalJson.write(asset);
                out.writeInt(json.length);
                out.write(json);
            });
            out.flush();
            spool.size = spool.file.length();
            whole = true;
            return spool;
        } finally {
            if (!whole) {
                spool.close();
            }
        }
    }

    /** Without a name the file goes with the process, whatever becomes of that. Not every system lets an open file go. */
    private void hide() throws IOException {
        try {
            Files.delete(path);
        } catch (FileSystemException inUse) {
            path.toFile().deleteOnExit();
        }
    }

    String sourceCode() {
        return sourceCode;
    }

    /** Not over a channel: an interrupt would close it for every other thread as well. */
    private OutputStream bytes() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                file.write(one);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                file.write(bytes, offset, length);
            }
        };
    }

    /**
     * Reads some assets.
     *
     * @param offset where to begin, as an earlier part said; 0 for the beginning
     * @param count how many, 1 or more
     * @throws JsonException when no asset begins there
     */
    synchronized Part read(long offset, int count) throws IOException {
        List<Asset> out = new ArrayList<>(Math.min(count, 1_000));
        if (offset > size) {
            throw new JsonException("behind the end");
        }
        file.seek(offset);
        long at = offset;
        while (at < size && out.size() < count) {
            int length = size - at < 4 ? -1 : file.readInt();
            if (length < 0 || length > size - at - 4) {
                throw new JsonException("no asset begins here");
            }
            byte[] json = new byte[length];
            file.readFully(json);
            out.add(CanonicalJson.readAsset(json));
            at += 4L + json.length;
        }
        return new Part(out, at, at >= size);
    }

    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(path);
    }
}
