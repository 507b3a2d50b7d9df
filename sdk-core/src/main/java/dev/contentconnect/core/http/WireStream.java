package dev.contentconnect.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body handed out while it comes. The receiving side only queues, and no more than a few chunks, so that memory stays
 * flat and the thread that watches sockets never waits; the reading side waits, with a limit.
 */
final class WireStream extends InputStream implements BodySubscriber<InputStream> {
    private static final int CHUNKS_AHEAD = 8;
    private static final Chunk END = new Chunk(List.of(), null, true);

    private final LinkedBlockingQueue<Chunk> queue = new LinkedBlockingQueue<>();
    private final CompletableFuture<InputStream> self = CompletableFuture.completedFuture(this);
    private final long timeoutNanos;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean closed;
    private Chunk current = new Chunk(List.of(), null, false);
    private int index;

    private record Chunk(List<ByteBuffer> buffers, @Nullable Throwable failure, boolean last) {}

    WireStream(long timeoutNanos) {
        this.timeoutNanos = timeoutNanos;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return self;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (closed) {
            given.cancel();
        } else {
            given.request(CHUNKS_AHEAD);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        queue.add(new Chunk(buffers, null, false));
    }

    @Override
    public void onError(Throwable thrown) {
        queue.add(new Chunk(List.of(), thrown, false));
    }

    @Override
    public void onComplete() {
        queue.add(END);
    }

    /** Writes everything that is still to come, without copying it in memory. */
    long drainTo(WritableByteChannel target) throws IOException {
        long total = 0;
        for (ByteBuffer buffer = next(); buffer != null; buffer = next()) {
            total += buffer.remaining();
            while (buffer.hasRemaining()) {
                target.write(buffer);
            }
        }
        return total;
    }

    @Override
    public int read() throws IOException {
        ByteBuffer buffer = next();
        return buffer == null ? -1 : buffer.get() & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        ByteBuffer buffer = next();
        if (buffer == null) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(target, offset, count);
        return count;
    }

    /** The next buffer that has something, or null at the end. */
    private @Nullable ByteBuffer next() throws IOException {
        if (closed) {
            throw new IOException("the stream is closed");
        }
        while (true) {
            while (index < current.buffers().size()) {
                ByteBuffer buffer = current.buffers().get(index);
                if (buffer.hasRemaining()) {
                    return buffer;
                }
                index++;
            }
            if (current.last()) {
                return null;
            }
            if (current.failure() == null) {
                current = await();
                index = 0;
            }
            if (current.failure() != null) {
                throw new BodyCutOff(current.failure());
            }
            Flow.Subscription source = subscription;
            if (!current.last() && source != null) {
                source.request(1);
            }
        }
    }

    private Chunk await() throws IOException {
        try {
            Chunk chunk = queue.poll(timeoutNanos, TimeUnit.NANOSECONDS);
            if (chunk == null) {
                close();
                throw new BodyTooSlow();
            }
            return chunk;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted while reading");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    @Override
    public void close() {
        closed = true;
        queue.clear();
        // For a reader on another thread, who would else wait for its whole time.
        queue.add(new Chunk(List.of(), new IOException("the stream was closed"), false));
        Flow.Subscription source = subscription;
        if (source != null) {
            source.cancel();
        }
    }
}
