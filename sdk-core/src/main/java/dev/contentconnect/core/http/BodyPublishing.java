package dev.contentconnect.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns our bodies into publishers. Closes what it opened: a publisher learns of the end of its stream and of being
 * cancelled, not always of a connection that breaks before.
 */
final class BodyPublishing implements AutoCloseable {
    private final List<InputStream> opened = new ArrayList<>(0);
    private boolean closed;

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

    private synchronized InputStream open(HttpBody.Stream stream) {
        try {
            if (closed) {
                throw new IOException("the request has ended");
            }
            InputStream in = stream.opener().open();
            opened.add(in);
            return in;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
