package dev.contentconnect.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPublisherTest {
    private static final int PIECE = StreamPublisher.PIECE;

    private final Receiver receiver = new Receiver();

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private Source publish(byte[] bytes, long announced) {
        Source source = new Source(bytes);
        new StreamPublisher(() -> source, announced).subscribe(receiver);
        return source;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 17})
    void sendsEveryByteInOrderAndThenCloses(int length) {
        byte[] bytes = bytes(length);
        Source source = publish(bytes, length);
        receiver.subscription().request(Long.MAX_VALUE);
        assertThat(receiver.bytes.toByteArray()).isEqualTo(bytes);
        assertThat(receiver.completions).isOne();
        assertThat(receiver.failure).isNull();
        assertThat(source.closed).isTrue();
    }

    @Test
    void readsNoMoreThanWasAskedFor() {
        Source source = publish(bytes(5 * PIECE), 5 * PIECE);
        assertThat(source.taken).isZero();
        receiver.subscription().request(1);
        assertThat(source.taken).isEqualTo(PIECE);
        receiver.subscription().request(2);
        assertThat(source.taken).isEqualTo(3 * PIECE);
        assertThat(receiver.completions).isZero();
    }

    @Test
    void doesNotNestWhenTheReceiverAsksForEachPieceAsItGetsOne() {
        receiver.asksForMore = true;
        byte[] bytes = bytes(64 * PIECE);
        Source source = publish(bytes, bytes.length);
        receiver.subscription().request(1);
        assertThat(receiver.bytes.toByteArray()).isEqualTo(bytes);
        assertThat(receiver.deepest).isOne();
        assertThat(receiver.completions).isOne();
        assertThat(source.closed).isTrue();
    }

    @Test
    void failsWhenTheStreamEndsEarly() {
        Source source = publish(bytes(PIECE + 5), PIECE + 9);
        receiver.subscription().request(5);
        assertThat(receiver.failure)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("4 bytes before its announced length");
        assertThat(receiver.completions).isZero();
        assertThat(source.closed).isTrue();
    }

    @Test
    void holdsTheLastPieceBackWhenTheStreamGoesOn() {
        Source source = publish(bytes(2 * PIECE + 1), 2 * PIECE);
        receiver.subscription().request(5);
        assertThat(receiver.failure).isInstanceOf(IOException.class).hasMessageContaining("longer than announced");
        assertThat(receiver.bytes.size()).isEqualTo(PIECE);
        assertThat(receiver.completions).isZero();
        assertThat(source.closed).isTrue();
    }

    @Test
    void reportsWhatTheStreamThrowsOnce() {
        Source source = publish(bytes(2 * PIECE), 2 * PIECE);
        source.breaks = true;
        receiver.subscription().request(2);
        receiver.subscription().request(2);
        assertThat(receiver.failure).hasMessage("disk gone");
        assertThat(receiver.failures).isOne();
        assertThat(source.closed).isTrue();
    }

    @Test
    void closesAndFallsSilentWhenCancelled() {
        Source source = publish(bytes(3 * PIECE), 3 * PIECE);
        receiver.subscription().request(1);
        receiver.subscription().cancel();
        receiver.subscription().request(5);
        assertThat(receiver.bytes.size()).isEqualTo(PIECE);
        assertThat(receiver.completions + receiver.failures).isZero();
        assertThat(source.closed).isTrue();
    }

    @Test
    void refusesADemandOfNothing() {
        Source source = publish(bytes(PIECE), PIECE);
        receiver.subscription().request(0);
        assertThat(receiver.failure).isInstanceOf(IllegalArgumentException.class);
        assertThat(source.closed).isTrue();
    }

    private static final class Source extends InputStream {
        private final ByteArrayInputStream in;
        private int taken;
        private boolean breaks;
        private boolean closed;

        Source(byte[] bytes) {
            in = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return in.read();
        }

        /** Gives less than is asked for, as streams may. */
        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (breaks) {
                throw new IOException("disk gone");
            }
            int read = in.read(target, offset, Math.min(length, 50_000));
            taken += Math.max(0, read);
            return read;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class Receiver implements Flow.Subscriber<ByteBuffer> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private Flow.@Nullable Subscription subscription;
        private @Nullable Throwable failure;
        private boolean asksForMore;
        private int completions;
        private int failures;
        private int depth;
        private int deepest;

        Flow.Subscription subscription() {
            return Objects.requireNonNull(subscription);
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(ByteBuffer piece) {
            deepest = Math.max(deepest, ++depth);
            byte[] copy = new byte[piece.remaining()];
            piece.get(copy);
            bytes.writeBytes(copy);
            if (asksForMore) {
                subscription().request(1);
            }
            depth--;
        }

        @Override
        public void onError(Throwable cause) {
            failures++;
            failure = cause;
        }

        @Override
        public void onComplete() {
            completions++;
        }
    }
}
