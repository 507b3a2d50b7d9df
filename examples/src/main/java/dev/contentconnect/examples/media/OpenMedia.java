package dev.contentconnect.examples.media;

import dev.contentconnect.examples.media.MediaProblem.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** An open file, read at any offset and never as a whole. */
final class OpenMedia implements Closeable {
    private static final int BUFFER = 64 * 1024;

    private final FileChannel channel;
    private final long size;

    private OpenMedia(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
    }

    static OpenMedia open(Path path) throws MediaRefusal, IOException {
        try {
            if (!Files.exists(path)) {
                throw new MediaRefusal(Reason.MISSING, "no such file");
            }
            // Asked before opening, because opening a named pipe waits for somebody to write into it.
            if (!Files.isRegularFile(path)) {
                throw new MediaRefusal(Reason.NOT_A_FILE, "not a regular file");
            }
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            return new OpenMedia(channel, channel.size());
        } catch (ClosedFileSystemException e) {
            throw new MediaRefusal(Reason.UNREADABLE, "its file system is closed", e);
        }
    }

    long size() {
        return size;
    }

    /** Reads the first bytes, fewer than asked for if the file is shorter. */
    byte[] head(int length) throws MediaRefusal, IOException {
        int available = (int) Math.min(length, size);
        return at(0, available).array();
    }

    /** Reads exactly {@code length} bytes, big-endian; refuses the file as truncated if it ends before. */
    ByteBuffer at(long offset, int length) throws MediaRefusal, IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw truncated(offset + length);
            }
        }
        return bytes.flip();
    }

    /** Refuses the file unless it reaches at least to {@code end}. */
    void reaches(long end) throws MediaRefusal {
        if (end > size) {
            throw truncated(end);
        }
    }

    /** Makes one stream of the given parts, in their order. */
    InputStream stream(List<Slice> slices) {
        return new SliceStream(channel, slices);
    }

    String sha256() throws IOException {
        MessageDigest digest = sha256Digest();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long offset = 0; channel.read(buffer, offset) >= 0; buffer.clear()) {
            offset += buffer.position();
            digest.update(buffer.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private MediaRefusal truncated(long needed) {
        return new MediaRefusal(
                Reason.TRUNCATED, "ends after " + size + " bytes, its structure needs at least " + needed);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
