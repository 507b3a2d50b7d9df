package dev.contentconnect.core.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A compressed body as it was before. Some servers compress in spite of {@code identity}. The JDK's reader takes a stream
 * for ended when nothing is at hand after one compressed part, though another may follow, and passes over a stream that
 * fails there: both are made good here. Belongs to one thread.
 */
final class Unpacked extends InputStream {
    private static final int BUFFER = 16 << 10;

    private final Wire wire;
    private @Nullable GZIPInputStream plain;

    Unpacked(InputStream wire) {
        this.wire = new Wire(wire);
    }

    /** Remembers that it failed, and says that more may come until it has ended. */
    private static final class Wire extends FilterInputStream {
        private boolean begun;
        private boolean ended;
        private @Nullable IOException failure;

        Wire(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                int count = in.read(target, offset, length);
                ended |= count < 0;
                begun |= count > 0;
                return count;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public int available() {
            return ended ? 0 : 1;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            if (plain == null) {
                plain = new GZIPInputStream(wire, BUFFER);
            }
            int count = plain.read(target, offset, length);
            if (count < 0 && wire.failure != null) {
                throw wire.failure;
            }
            return count;
        } catch (EOFException | ZipException e) {
            if (wire.ended && !wire.begun) {
                return -1;
            }
            throw new BodyCutOff(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (wire) {
            if (plain != null) {
                plain.close();
            }
        }
    }
}
