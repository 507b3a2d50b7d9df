package dev.contentconnect.core.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns our bodies into publishers. Closes what it opened: a publisher learns of the end of its stream and of being
 * cancelled, not always of a connection that breaks before. Knows when bytes were last read.
 */
final class BodyPublishing implements AutoCloseable {
    private final List<InputStream> opened = new ArrayList<>(0);
    private boolean closed;
    private volatile long movedAt = System.nanoTime();

    BodyPublisher of(HttpBody body) {
        if (body instanceof HttpBody.Bytes bytes) {
            return BodyPublishers.ofByteArray(bytes.bytes());
        }
        if (body instanceof HttpBody.Parts parts) {
            return BodyPublishers.concat(parts.parts().stream().map(this::of).toArray(BodyPublisher[]::new));
        }
        HttpBody.Stream stream = (HttpBody.Stream) body;
        if (stream.length() == 0) {
            return BodyPublishers.noBody();
        }
        return new StreamPublisher(() -> open(stream), stream.length());
    }

    /** When bytes of a streamed body were last read, or else when this was made; on {@link System#nanoTime()}. */
    long movedAt() {
        return movedAt;
    }

    private InputStream open(HttpBody.Stream stream) {
        try {
            // Without the lock: opening may wait for another system, and who gives up meanwhile must not.
            InputStream in = new Source(stream.opener().open());
            keep(in);
            return in;
        } catch (IOException | RuntimeException e) {
            throw new UncheckedIOException(new BodyUnreadable(e, false));
        }
    }

    private synchronized void keep(InputStream in) throws IOException {
        if (closed) {
            quietly(in);
            throw new IOException("the request has ended");
        }
        opened.add(in);
    }

    /** Notes that bytes move, and tells a source that fails from a connection that breaks. */
    private final class Source extends FilterInputStream {
        Source(InputStream in) {
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
                movedAt = System.nanoTime();
                return count;
            } catch (IOException | RuntimeException e) {
                throw new BodyUnreadable(e, true);
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (InputStream in : opened) {
            quietly(in);
        }
    }

    static void quietly(InputStream in) {
        try {
            in.close();
        } catch (IOException ignored) {
            // The bytes are sent, or the failure of sending them is what the caller gets to see.
            return;
        }
    }
}
