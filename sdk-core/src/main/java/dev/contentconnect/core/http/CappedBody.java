package dev.contentconnect.core.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects a body in memory, up to a cap and a deadline. Never blocks: it may run on the thread that watches sockets. */
final class CappedBody implements BodySubscriber<byte[]> {
    private static final int SMALL = 8 << 10;
    private static final int TRUSTED_LENGTH = 1 << 20;

    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private final int cap;
    private final long timeoutNanos;
    private volatile long deadline;
    private volatile Flow.@Nullable Subscription subscription;
    private byte[] bytes;
    private int size;

    /** The announced length is trusted with no more than a megabyte of memory before the bytes are there. */
    CappedBody(long announcedLength, int cap, long timeoutNanos) {
        this.cap = cap;
        this.timeoutNanos = timeoutNanos;
        int first = announcedLength >= 0 ? (int) Math.min(announcedLength, TRUSTED_LENGTH) : SMALL;
        this.bytes = new byte[Math.min(first, cap)];
        if (announcedLength > cap) {
            fail(new BodyTooLarge(cap));
        }
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (result.isDone()) {
            given.cancel();
            return;
        }
        deadline = System.nanoTime() + timeoutNanos;
        BodyWatchdog.watch(this);
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            int count = buffer.remaining();
            if (count > cap - size) {
                fail(new BodyTooLarge(cap));
                return;
            }
            if (count > bytes.length - size) {
                int doubled = (int) Math.min(cap, Math.max(2L * bytes.length, SMALL));
                bytes = Arrays.copyOf(bytes, Math.max(size + count, doubled));
            }
            buffer.get(bytes, size, count);
            size += count;
        }
    }

    @Override
    public void onComplete() {
        BodyWatchdog.release(this);
        result.complete(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
    }

    @Override
    public void onError(Throwable thrown) {
        fail(new BodyCutOff(thrown));
    }

    void expireAt(long now) {
        if (now - deadline > 0) {
            fail(new BodyTooSlow());
        }
    }

    private void fail(IOException why) {
        BodyWatchdog.release(this);
        result.completeExceptionally(why);
        Flow.Subscription source = subscription;
        if (source != null) {
            source.cancel();
        }
    }
}
