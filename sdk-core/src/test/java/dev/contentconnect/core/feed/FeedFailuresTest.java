package dev.contentconnect.core.feed;

import static dev.contentconnect.core.feed.FeedBench.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.state.InboxItem;
import dev.contentconnect.core.state.ParkedItem;
import dev.contentconnect.core.state.StateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FeedFailuresTest {
    private final FeedBench bench = new FeedBench();
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean broken = new AtomicBoolean(true);

    @AfterEach
    void close() {
        bench.close();
    }

    private void runFor(FeedRunner runner, Duration span, Duration step) {
        for (Duration passed = Duration.ZERO; passed.compareTo(span) < 0; passed = passed.plus(step)) {
            runner.runUntilIdle();
            bench.clock.advance(step);
        }
    }

    @Test
    void parksAnItemAfterSoManyAttemptsAndLetsThoseBehindItGo() {
        bench.source.add(event("bad", "a"), event("behind", "a"), event("other", "b"));
        try (FeedRunner runner = bench.polling(item -> {
                    seen.add(item.event().id());
                    if (item.event().id().equals("bad")) {
                        throw new IllegalStateException("password=hunter2 is wrong");
                    }
                })
                .attempts(3)
                .build()) {
            runner.runUntilIdle();
            assertThat(seen).doesNotContain("behind").contains("other");
            runFor(runner, Duration.ofMinutes(1), Duration.ofSeconds(1));
        }
        assertThat(seen.stream().filter("bad"::equals)).hasSize(3);
        assertThat(seen.indexOf("behind")).isGreaterThan(seen.lastIndexOf("bad"));
        assertThat(bench.notes.lines("failed")).containsExactly("failed bad wait 999", "failed bad wait 1999");
        assertThat(bench.notes.lines("parked")).containsExactly("parked vendor/bad");
        ParkedItem parked = bench.parked().get(0);
        assertThat(parked.attempts()).isEqualTo(3);
        assertThat(parked.reason()).isEqualTo("java.lang.IllegalStateException: password=*** is wrong");
    }

    @Test
    void replaysOneParkedItemOrAllOfThem() {
        bench.source.add(event("1", "a"), event("2", "b"), event("3", "c"));
        try (FeedRunner runner = bench.polling(item -> {
                    if (broken.get()) {
                        throw FeedBench.refused();
                    }
                    seen.add(item.event().id());
                })
                .attempts(1)
                .build()) {
            assertThat(runner.runUntilIdle().parked()).isEqualTo(3);
            broken.set(false);
            assertThat(runner.replay("vendor/2")).isTrue();
            assertThat(runner.replay("vendor/2")).isFalse();
            runner.runUntilIdle();
            assertThat(seen).containsExactly("2");
            bench.store.transact(t -> {
                t.park(new ParkedItem("feed", "odd", "a", "{}", "why", 1, FeedBench.T0, FeedBench.T0));
                return true;
            });
            assertThat(runner.replayAll()).isEqualTo(2);
            assertThat(runner.runUntilIdle().parked()).isEqualTo(1);
            assertThat(seen).containsExactlyInAnyOrder("1", "2", "3");
        }
    }

    @Test
    void doesNotCountWhatIsOnlyWeather() {
        bench.source.add(event("1", "a"));
        AtomicInteger calls = new AtomicInteger();
        try (FeedRunner runner = bench.polling(item -> {
                    assertThat(item.attempt()).isEqualTo(1);
                    if (calls.incrementAndGet() <= 20) {
                        throw FeedBench.down(null);
                    }
                })
                .attempts(2)
                .build()) {
            runFor(runner, Duration.ofHours(1), Duration.ofSeconds(30));
        }
        assertThat(bench.notes.lines("handled")).hasSize(1);
        assertThat(bench.notes.lines("failed")).hasSize(20);
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void givesUpOnWeatherAfterALongTimeAlsoAcrossRestarts() {
        bench.source.add(event("1", "a"));
        for (int i = 0; i < 40; i++) {
            try (FeedRunner runner = bench.polling(item -> {
                        throw new ConnectorException(new ConnectorError.Unauthenticated(FeedBench.trace()));
                    })
                    .giveUpAfter(Duration.ofMinutes(30))
                    .build()) {
                runner.runUntilIdle();
            }
            bench.clock.advance(Duration.ofMinutes(1));
        }
        assertThat(bench.parked()).singleElement().satisfies(item -> {
            assertThat(item.reason()).startsWith("given up after PT30M: UNAUTHENTICATED vendor assets.update");
            assertThat(item.firstFailedAt()).isEqualTo(FeedBench.T0);
        });
    }

    @Test
    void waitsAsLongAsTheSystemAsks() {
        bench.source.add(event("1", "a"));
        try (FeedRunner runner = bench.polling(item -> {
                    seen.add(item.event().id());
                    throw new ConnectorException(
                            new ConnectorError.RateLimited(FeedBench.trace(), Duration.ofMinutes(5)));
                })
                .build()) {
            runFor(runner, Duration.ofMinutes(5), Duration.ofSeconds(10));
            assertThat(seen).hasSize(1);
            runner.runUntilIdle();
            assertThat(seen).hasSize(2);
        }
    }

    @Test
    void triesOneAtATimeWhileTheSystemIsDown() {
        for (int i = 0; i < 200; i++) {
            bench.source.add(event("e" + i, "o" + i));
        }
        Set<String> tried = ConcurrentHashMap.newKeySet();
        try (FeedRunner runner = bench.polling(item -> {
                    tried.add(item.event().id());
                    if (broken.get()) {
                        throw FeedBench.down(null);
                    }
                })
                .build()) {
            runner.runUntilIdle();
            // Some are under way before the third failure is known.
            assertThat(tried.size()).isLessThanOrEqualTo(20);
            int before = tried.size();
            runner.runUntilIdle();
            assertThat(tried).hasSize(before);
            runner.push(List.of(event("late", "late")));
            bench.clock.advance(Duration.ofMinutes(1));
            broken.set(false);
            assertThat(runner.runUntilIdle().backlog()).isZero();
        }
        assertThat(bench.notes.lines("handled")).hasSize(201);
    }

    @Test
    void takesALostRaceForWeather() {
        bench.source.add(event("1", "a"));
        AtomicInteger calls = new AtomicInteger();
        try (FeedRunner runner = bench.polling(item -> item.remember(t -> {
                    if (calls.incrementAndGet() <= 2) {
                        throw new StateException(StateException.Reason.CONFLICT, "somebody was faster", null);
                    }
                }))
                .attempts(1)
                .build()) {
            runner.runUntilIdle();
            bench.clock.advance(Duration.ofSeconds(2));
            runner.runUntilIdle();
        }
        assertThat(bench.notes.lines("handled")).hasSize(1);
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void passesAnErrorOnAndCountsItAsAnAttempt() {
        bench.source.add(event("1", "a"), event("2", "b"));
        try (FeedRunner runner = bench.polling(item -> {
                    if (item.event().id().equals("1")) {
                        throw new StackOverflowError("deep");
                    }
                })
                .attempts(2)
                .build()) {
            assertThatThrownBy(runner::runUntilIdle).isInstanceOf(StackOverflowError.class);
            assertThat(bench.notes.lines("handled")).hasSize(1);
            bench.clock.advance(Duration.ofSeconds(1));
            assertThatThrownBy(runner::runUntilIdle).isInstanceOf(StackOverflowError.class);
            assertThat(runner.runUntilIdle().parked()).isEqualTo(1);
        }
    }

    @Test
    void parksAnItemWhoseWorkEndsInAnErrorAndSettlesTheOthers() {
        bench.source.add(event("1", "a"), event("2", "b"));
        try (FeedRunner runner = bench.polling(item -> item.remember(t -> {
                    if (item.event().id().equals("1")) {
                        throw new StackOverflowError("deep");
                    }
                }))
                .attempts(2)
                .build()) {
            assertThatThrownBy(runner::runUntilIdle).isInstanceOf(StackOverflowError.class);
            assertThat(bench.notes.lines("handled")).hasSize(1);
            bench.clock.advance(Duration.ofSeconds(1));
            assertThatThrownBy(runner::runUntilIdle).isInstanceOf(StackOverflowError.class);
            assertThat(runner.runUntilIdle().parked()).isEqualTo(1);
        }
    }

    @Test
    void goesOnToTheEndWhereWorkSpoilsManyBatches() {
        for (int i = 0; i < 40; i++) {
            bench.source.add(event("e" + i, "o" + i));
        }
        try (FeedRunner runner = bench.polling(item -> item.remember(t -> {
                    if (Integer.parseInt(item.event().id().substring(1)) % 4 == 0) {
                        throw new IllegalStateException("spoilt");
                    }
                }))
                .attempts(1)
                .batch(2)
                .build()) {
            assertThat(runner.runUntilIdle().backlog()).isZero();
        }
        assertThat(bench.parked()).hasSize(10);
    }

    @Test
    void fencesOnlyTheItemThatIsInOtherHands() {
        bench.source.add(event("1", "a"));
        try (FeedRunner runner = bench.polling(item -> {
                    if (item.event().id().equals("1") && broken.getAndSet(false)) {
                        // The claim has run out, and another worker has the item and is done before this one.
                        boolean taken = false;
                        while (!taken) {
                            bench.clock.advance(FeedBench.HOLD);
                            // Nothing where the runner has just renewed its claim.
                            taken = bench.store.transact(t -> {
                                List<InboxItem> items = t.inbox("feed").claim("other", 1, FeedBench.HOLD);
                                items.forEach(t.inbox("feed")::done);
                                // Only now, or its claim would have run out as well.
                                return !items.isEmpty() && t.inbox("feed").accept(event("2", "b"), "b");
                            });
                        }
                    }
                    item.remember(t -> t.append(event("done " + item.event().id(), "x")));
                })
                .parallel(1)
                .build()) {
            assertThat(runner.runUntilIdle().backlog()).isZero();
        }
        assertThat(bench.notes.lines("fenced")).containsExactly("fenced vendor/1");
        assertThat(bench.notes.lines("handled")).singleElement().asString().startsWith("handled 2");
        long recorded = bench.store.read(view -> view.trailHead().number());
        assertThat(recorded).isEqualTo(1);
    }
}
