package dev.contentconnect.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Sends a stream of known length in large pieces, each read when it is asked for and on the thread that asks. The JDK's own
 * takes 16 KB at a time, and hands each over between threads: for a large file that is most of the work.
 *
 * <p>A buffer is never used twice, because the JDK does not say when it has let go of one.
 */
final class StreamPublisher implements BodyPublisher {
    /** Below half a heap region of the smallest heaps, so that no piece counts as a huge object there. */
    static final int PIECE = 128 * 1024;

    private final Supplier<InputStream> source;
    private final long length;

    StreamPublisher(Supplier<InputStream> source, long length) {
        this.source = source;
        this.length = length;
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        InputStream in = source.get();
        subscriber.onSubscribe(new Reading(in, length, subscriber));
    }

    private static final class Reading implements Flow.Subscription {
        private final InputStream in;
        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private final AtomicLong demand = new AtomicLong();
        private long remaining;
        private volatile boolean misused;
        private volatile boolean done;

        Reading(InputStream in, long length, Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.in = in;
            this.remaining = length;
            this.subscriber = subscriber;
        }

        /** Whoever raises the demand from nothing reads until it is met; the others only add to it. */
        @Override
        public void request(long pieces) {
            if (pieces <= 0) {
                misused = true;
            }
            if (demand.getAndAccumulate(Math.max(1, pieces), Reading::add) > 0) {
                return;
            }
            do {
                if (done) {
                    return;
                }
                publish();
            } while (demand.decrementAndGet() > 0);
        }

        @Override
        public void cancel() {
            finish();
        }

        private void publish() {
            ByteBuffer piece;
            try {
                if (misused) {
                    throw new IllegalArgumentException("asked for less than one piece");
                }
                piece = next();
            } catch (IOException | RuntimeException | Error e) {
                fail(e);
                return;
            }
            subscriber.onNext(piece);
            if (remaining == 0 && !done) {
                finish();
                subscriber.onComplete();
            }
        }

        private ByteBuffer next() throws IOException {
            byte[] bytes = new byte[(int) Math.min(PIECE, remaining)];
            int read = in.readNBytes(bytes, 0, bytes.length);
            remaining -= read;
            if (read < bytes.length) {
                throw new BodyUnreadable("ended " + remaining + " bytes before its announced length");
            }
            // Asked before the last piece leaves: the receiver must not take a part for the whole.
            if (remaining == 0 && in.read() >= 0) {
                throw new BodyUnreadable("is longer than announced");
            }
            return ByteBuffer.wrap(bytes);
        }

        private void fail(Throwable cause) {
            if (!done) {
                finish();
                subscriber.onError(cause);
            }
        }

        private void finish() {
            done = true;
            BodyPublishing.quietly(in);
        }

        private static long add(long before, long more) {
            return Long.MAX_VALUE - before < more ? Long.MAX_VALUE : before + more;
        }
    }
}
