package dev.contentconnect.core.feed;

import static dev.contentconnect.core.feed.FeedBench.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.MoodyStore;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever transaction of a run fails, and on whichever side of its commit: every effect once, nothing left. */
@Timeout(60)
class FeedStoreFailuresTest {
    private final FeedBench bench = new FeedBench();
    private final MoodyStore moody = new MoodyStore(bench.store);
    private final Set<String> effects = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();

    @AfterEach
    void close() {
        bench.close();
    }

    private FeedRunnerBuilder runner(StateStore store) {
        return FeedRunner.builder("feed", store, item -> {
                    calls.incrementAndGet();
                    // Keyed: a repeat finds what is there.
                    effects.add(item.key());
                    item.remember(t -> t.append(event("done " + item.event().id(), "x")));
                })
                .poll(bench.source, Duration.ofSeconds(10))
                .hold(FeedBench.HOLD)
                .listener(bench.notes)
                .time(bench.clock);
    }

    @ParameterizedTest
    @EnumSource(MoodyStore.Mood.class)
    void ofASingleTransactionLoseNothingAndDoubleNothing(MoodyStore.Mood mood) {
        int events = 0;
        for (int bad = 1; bad <= 25; bad++) {
            for (int i = 0; i < 6; i++) {
                bench.source.add(event("e" + events++, "o" + i % 4));
            }
            moody.fail(mood, StateException.Reason.UNAVAILABLE, bad, bad);
            try (FeedRunner runner = runner(moody).parallel(2).batch(4).build()) {
                runner.runUntilIdle();
            } catch (StateException e) {
                assertThat(e.reason()).isEqualTo(StateException.Reason.UNAVAILABLE);
            }
            moody.recover();
            // What is held by the runner that failed, seen or unseen, comes free.
            bench.clock.advance(FeedBench.HOLD);
            try (FeedRunner runner = runner(moody).build()) {
                assertThat(runner.runUntilIdle().backlog()).isZero();
            }
            long recorded = bench.store.read(view -> view.trailHead().number());
            assertThat(recorded).isEqualTo(events);
        }
        assertThat(effects).hasSize(events);
        assertThat(bench.parked()).isEmpty();
        assertThat(calls.get()).isGreaterThanOrEqualTo(events);
    }

    @Test
    void areOvercomeByTheSameRunner() throws Exception {
        CountDownLatch handled = new CountDownLatch(40);
        try (FeedRunner runner = FeedRunner.builder("feed", moody, item -> item.remember(t -> t.append(item.event())))
                .backoff(Duration.ofMillis(1), Duration.ofMillis(2))
                .hold(Duration.ofMillis(100))
                .listener(new dev.contentconnect.core.observe.FeedListener() {
                    @Override
                    public void handled(
                            String feed, dev.contentconnect.core.model.CaseEvent event, Duration lag, Duration took) {
                        handled.countDown();
                    }
                })
                .poll(bench.source, Duration.ofMillis(1))
                .build()) {
            for (int i = 0; i < 40; i++) {
                bench.source.add(event("e" + i, "o" + i % 9));
            }
            moody.fail(MoodyStore.Mood.BEFORE, StateException.Reason.UNAVAILABLE, 3, 12);
            runner.start();
            handled.await();
        }
        long recorded = bench.store.read(view -> view.trailHead().number());
        assertThat(recorded).isEqualTo(40);
    }

    @Test
    void thatDoNotPassAreToldToTheCaller() {
        bench.source.add(event("1", "a"));
        moody.fail(MoodyStore.Mood.BEFORE, StateException.Reason.CORRUPT, 1, 100);
        try (FeedRunner runner = runner(moody).build()) {
            assertThatThrownBy(runner::runUntilIdle).isInstanceOf(StateException.class);
            assertThatThrownBy(() -> runner.push(java.util.List.of(event("2", "a"))))
                    .isInstanceOf(StateException.class);
        }
        assertThat(bench.notes.lines("storeFailed")).contains("storeFailed CORRUPT");
    }
}
