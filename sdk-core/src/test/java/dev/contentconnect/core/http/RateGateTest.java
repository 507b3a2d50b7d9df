package dev.contentconnect.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.time.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RateGateTest {
    private static final long NONE = Long.MAX_VALUE;

    private final FakeClock clock = Channels.clock();

    private double seconds(int turns, RateGate gate) throws InterruptedException {
        long start = clock.nanoTime();
        for (int i = 0; i < turns; i++) {
            assertThat(gate.acquire(NONE)).isTrue();
        }
        return (clock.nanoTime() - start) / 1e9;
    }

    @Test
    void letsABurstThroughThenKeepsTheRate() throws InterruptedException {
        RateGate gate = new RateGate(10, 5, clock);
        assertThat(seconds(5, gate)).isZero();
        assertThat(seconds(100, gate)).isBetween(9.9, 10.1);
    }

    @Test
    void savesUpNoMoreThanABurst() throws InterruptedException {
        RateGate gate = new RateGate(10, 5, clock);
        seconds(5, gate);
        clock.advance(Duration.ofHours(1));
        assertThat(seconds(5, gate)).isZero();
        assertThat(seconds(10, gate)).isBetween(0.99, 1.01);
    }

    @Test
    void refusesWhatWouldComeTooLateWithoutUsingATurn() throws InterruptedException {
        RateGate gate = new RateGate(1, 1, clock);
        seconds(1, gate);
        for (int i = 0; i < 10; i++) {
            assertThat(gate.acquire(clock.nanoTime() + 500_000_000L)).isFalse();
        }
        assertThat(clock.sleeps()).isEmpty();
        assertThat(seconds(1, gate)).isBetween(0.99, 1.01);
    }

    /** Or, where more is asked for than the system allows, everybody waits until there is no time left for an answer. */
    @Test
    void refusesAtOnceWhoseTurnWouldLeaveNoTimeForAnAnswer() throws InterruptedException {
        RateGate gate = new RateGate(1, 1, clock);
        seconds(1, gate);
        assertThat(gate.acquire(clock.nanoTime() + Duration.ofMillis(1_100).toNanos()))
                .isTrue();
        for (int i = 0; i < 50; i++) {
            answeredAfter(gate, Duration.ofMillis(200));
        }
        int before = clock.sleeps().size();
        assertThat(gate.acquire(clock.nanoTime() + Duration.ofMillis(1_100).toNanos()))
                .isFalse();
        assertThat(clock.sleeps()).hasSize(before);
        assertThat(gate.acquire(clock.nanoTime() + Duration.ofMillis(1_500).toNanos()))
                .isTrue();
    }

    @Test
    void neverKeepsMoreThanHalfOfTheTimeForTheAnswer() throws InterruptedException {
        RateGate gate = new RateGate(1, 1, clock);
        for (int i = 0; i < 50; i++) {
            answeredAfter(gate, Duration.ofMinutes(10));
        }
        seconds(1, gate);
        assertThat(gate.acquire(clock.nanoTime() + Duration.ofMillis(2_100).toNanos()))
                .isTrue();
    }

    private void answeredAfter(RateGate gate, Duration took) {
        long sent = clock.nanoTime();
        clock.advance(took);
        gate.took(sent, true);
        // As if nobody had waited: only how long it took counts here.
        clock.advance(took.negated());
    }

    @Test
    void halvesItsRateAndPausesWhenThrottledThenRecovers() throws InterruptedException {
        RateGate gate = new RateGate(10, 1, clock);
        seconds(1, gate);
        gate.throttled(Duration.ofSeconds(3));
        gate.throttled(Duration.ofSeconds(3));
        assertThat(gate.currentRate()).isEqualTo(5);
        assertThat(seconds(1, gate)).isBetween(2.99, 3.01);
        assertThat(seconds(10, gate)).isBetween(1.99, 2.01);
        for (int i = 0; i < 100; i++) {
            clock.advance(Duration.ofSeconds(1));
            gate.succeeded();
        }
        assertThat(gate.currentRate()).isEqualTo(10);
    }

    @Test
    void neverStopsAltogether() {
        RateGate gate = new RateGate(64, 1, clock);
        for (int i = 0; i < 50; i++) {
            gate.throttled(null);
            clock.advance(Duration.ofSeconds(2));
        }
        assertThat(gate.currentRate()).isEqualTo(1);
    }

    @Test
    void keepsTheRateForManyThreads() throws Exception {
        RateGate gate = new RateGate(100, 1, clock);
        List<Long> slots = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        long start = clock.nanoTime();
        for (int t = 0; t < 8; t++) {
            Thread thread = new Thread(() -> {
                try {
                    for (int i = 0; i < 50; i++) {
                        assertThat(gate.acquire(NONE)).isTrue();
                        slots.add(clock.nanoTime() - start);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(slots).hasSize(400);
        for (int i = 0; i < slots.size(); i++) {
            long at = slots.get(i);
            long sameTimeOrBefore = slots.stream().filter(slot -> slot <= at).count();
            // At most one in ten milliseconds, and the 8 threads may have read the clock a little later than they went.
            assertThat(sameTimeOrBefore).isLessThanOrEqualTo(at / 10_000_000L + 9);
        }
    }

    @Test
    void servesInTheOrderOfArrivalAlsoAfterAPause() throws Exception {
        HandClock hand = new HandClock();
        RateGate gate = new RateGate(1, 1, hand);
        gate.acquire(NONE);
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                try {
                    if (gate.acquire(NONE)) {
                        order.add(number);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            threads.add(thread);
            thread.start();
            hand.awaitSleepers(i + 1);
        }
        gate.throttled(Duration.ofSeconds(2));
        while (order.size() < 5) {
            hand.tick();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void whoLeavesTakesNoTurnFromThoseWhoComeLater() throws InterruptedException {
        AtomicReference<Runnable> whileAsleep = new AtomicReference<>(() -> {});
        RateGate gate = new RateGate(1, 1, disturbed(whileAsleep));
        seconds(1, gate);
        whileAsleep.set(Thread.currentThread()::interrupt);
        for (int i = 0; i < 20; i++) {
            assertThat(catchThrowableOfType(InterruptedException.class, () -> gate.acquire(NONE)))
                    .isNotNull();
        }
        whileAsleep.set(() -> {});
        assertThat(seconds(1, gate)).isBetween(0.99, 1.01);

        whileAsleep.set(() -> gate.throttled(Duration.ofSeconds(60)));
        assertThat(gate.acquire(clock.nanoTime() + 5_000_000_000L)).isFalse();
        whileAsleep.set(() -> {});
        assertThat(seconds(1, gate)).isBetween(59.0, 60.0);
    }

    @Test
    void wakesTheSecondInLineEarlierWhenTheRateRises() throws Exception {
        HandClock hand = new HandClock();
        RateGate gate = new RateGate(1, 1, hand);
        for (int i = 0; i < 6; i++) {
            gate.throttled(null);
            hand.advance(Duration.ofSeconds(1));
        }
        assertThat(gate.currentRate()).isEqualTo(1.0 / 64);
        AtomicInteger served = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            Thread thread = new Thread(() -> {
                try {
                    if (gate.acquire(NONE)) {
                        served.incrementAndGet();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.setDaemon(true);
            thread.start();
            hand.awaitSleepers(i + 1);
        }
        while (served.get() < 2) {
            hand.tick();
            gate.succeeded();
        }
        // At the old rate the second would have had to wait 64 seconds after the first, who waits as long.
        assertThat(hand.nanoTime()).isLessThan(Duration.ofSeconds(80).toNanos());
    }

    private TimeSource disturbed(AtomicReference<Runnable> whileAsleep) {
        return new TimeSource() {
            @Override
            public Instant now() {
                return clock.now();
            }

            @Override
            public long nanoTime() {
                return clock.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                whileAsleep.get().run();
                clock.sleep(duration);
            }
        };
    }

    @Test
    void anInterruptedCallerLeaves() {
        RateGate gate = new RateGate(1, 1, clock);
        Thread.currentThread().interrupt();
        assertThat(catchThrowableOfType(InterruptedException.class, () -> gate.acquire(NONE)))
                .isNotNull();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void refusesARateThatMakesNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RateGate(0, 1, clock));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateGate(Double.NaN, 1, clock));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateGate(1, 0, clock));
    }

    @Test
    void isSharedByConnectorsWithTheSameCredential() {
        RateGate one = RateGates.of("app.example", Secret.of("key"), 5, clock);
        RateGate same = RateGates.of("app.example", Secret.of("key"), 5, clock);
        RateGate other = RateGates.of("app.example", Secret.of("another"), 5, clock);
        assertThat(one).isSameAs(same).isNotSameAs(other);
        assertThat(RateGates.of("else.example", Secret.of("key"), 5, clock)).isNotSameAs(one);
    }

    @Test
    void isToldOf429AndRefusesACallThatCannotHaveItsTurnInTime() throws IOException {
        RateGate gate = new RateGate(10, 1, clock);
        HttpChannel channel = Channels.retrying(clock)
                .settings(Channels.settings(5_000, 5_000, 5_000))
                .retry(RetryPolicy.none())
                .gate(gate)
                .build();
        try (RawServer server = RawServer.of(RawServer.answer(429, "", "Retry-After: 30"))) {
            HttpCall call = HttpCall.get("things.get", server.uri("/x")).build();
            assertThat(catchThrowableOfType(ConnectorException.class, () -> channel.send(call))
                            .kind())
                    .isEqualTo(ErrorKind.RATE_LIMITED);
            assertThat(gate.currentRate()).isEqualTo(5);
            ConnectorException e = catchThrowableOfType(ConnectorException.class, () -> channel.send(call));
            assertThat(e.kind()).isEqualTo(ErrorKind.TIMED_OUT);
            assertThat(e.error().trace().delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(server.requests()).hasSize(1);
            assertThat(clock.sleeps()).isEmpty();
        }
    }

    @Test
    void isToldOfAThrottleInWhateverFormTheSystemHasForIt() throws IOException {
        RateGate gate = new RateGate(10, 10, clock);
        HttpChannel channel = Channels.retrying(clock)
                .retry(RetryPolicy.none())
                .gate(gate)
                .errors((trace, reply) -> reply.text().contains("quota")
                        ? new ConnectorError.RateLimited(trace, null)
                        : new ConnectorError.Forbidden(trace))
                .build();
        try (RawServer server = RawServer.of(RawServer.answer(403, "over quota"), RawServer.answer(403, "no"))) {
            HttpCall call = HttpCall.get("things.get", server.uri("/x")).build();
            var throttled = catchThrowableOfType(ConnectorException.class, () -> channel.send(call));
            assertThat(throttled.kind()).isEqualTo(ErrorKind.RATE_LIMITED);
            assertThat(gate.currentRate()).isEqualTo(5);
            clock.advance(Duration.ofSeconds(2));
            var refused = catchThrowableOfType(ConnectorException.class, () -> channel.send(call));
            assertThat(refused.kind()).isEqualTo(ErrorKind.FORBIDDEN);
            assertThat(gate.currentRate()).isGreaterThan(5);
        }
    }

    /** A clock moved by hand: wakes one sleeper at a time, the earliest first. */
    private static final class HandClock implements TimeSource {
        private long now;
        private final List<Sleeper> sleepers = new ArrayList<>();

        private record Sleeper(long until, Semaphore alarm) {}

        @Override
        public synchronized Instant now() {
            return Instant.EPOCH.plusNanos(now);
        }

        @Override
        public synchronized long nanoTime() {
            return now;
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Sleeper me;
            synchronized (this) {
                me = new Sleeper(now + duration.toNanos(), new Semaphore(0));
                sleepers.add(me);
                notifyAll();
            }
            me.alarm().acquire();
        }

        synchronized void advance(Duration duration) {
            now += duration.toNanos();
        }

        synchronized void awaitSleepers(int count) throws InterruptedException {
            while (sleepers.size() < count) {
                wait();
            }
        }

        /** Wakes the earliest sleeper and waits until it sleeps again or is gone for good. */
        @SuppressWarnings("WaitNotInLoop") // the caller loops
        void tick() throws InterruptedException {
            Sleeper first;
            int before;
            synchronized (this) {
                if (sleepers.isEmpty()) {
                    wait(10);
                    return;
                }
                first = sleepers.stream()
                        .min((a, b) -> Long.compare(a.until(), b.until()))
                        .orElseThrow();
                sleepers.remove(first);
                before = sleepers.size();
                now = Math.max(now, first.until());
            }
            first.alarm().release();
            synchronized (this) {
                if (sleepers.size() == before) {
                    wait(30);
                }
            }
        }
    }
}
