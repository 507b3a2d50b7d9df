package dev.contentconnect.core.feed;

import static dev.contentconnect.core.feed.FeedBench.T0;
import static dev.contentconnect.core.feed.FeedBench.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.observe.FeedListener;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.state.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FeedRunnerTest {
    private final FeedBench bench = new FeedBench();
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final FeedHandler noting = item -> seen.add(item.event().id());

    @AfterEach
    void close() {
        bench.close();
    }

    @Nested
    class Polling {
        @Test
        void readsTheFeedToItsEndAndHandlesAll() {
            for (int i = 0; i < 25; i++) {
                bench.source.add(event("e" + i, "object " + i));
            }
            try (FeedRunner runner = bench.polling(noting).batch(10).build()) {
                FeedStatus status = runner.runUntilIdle();
                assertThat(status.backlog()).isZero();
                assertThat(status.pollFailure()).isNull();
                assertThat(seen).hasSize(25).doesNotHaveDuplicates();
                assertThat(bench.notes.lines("accepted"))
                        .containsExactly("accepted 10 known 0", "accepted 10 known 0", "accepted 5 known 0");
                runner.runUntilIdle();
            }
            assertThat(seen).hasSize(25);
            Optional<Cursor> cursor = bench.store.read(view -> view.cursor("feed"));
            assertThat(cursor).contains(Cursor.of("25"));
        }

        @Test
        void goesOnFromTheStoredCursorAfterARestart() {
            bench.source.add(event("1", "a"));
            try (FeedRunner runner = bench.polling(noting).build()) {
                runner.runUntilIdle();
            }
            bench.source.add(event("2", "a"));
            try (FeedRunner runner = bench.polling(noting).build()) {
                runner.runUntilIdle();
            }
            assertThat(seen).containsExactly("1", "2");
            assertThat(bench.source.asked()).containsExactly(null, Cursor.of("1"));
        }

        @Test
        void dropsWhatComesAgainByOverlapOrPush() {
            bench.source.add(event("1", "a"), event("2", "a"));
            bench.source.overlap(5);
            try (FeedRunner runner = bench.polling(noting).build()) {
                assertThat(runner.push(List.of(event("2", "a")))).isEqualTo(new PushResult.Stored(1, 0));
                runner.runUntilIdle();
                bench.source.add(event("3", "a"));
                runner.runUntilIdle();
                assertThat(runner.push(List.of(event("3", "a"), event("4", "a"))))
                        .isEqualTo(new PushResult.Stored(1, 1));
                runner.runUntilIdle();
            }
            assertThat(seen).containsExactly("2", "1", "3", "4");
        }

        @Test
        void stopsWhileTooMuchIsWaiting() {
            for (int i = 0; i < 30; i++) {
                bench.source.add(event("e" + i, "a"));
            }
            try (FeedRunner runner = bench.polling(item -> {
                        throw FeedBench.down(null);
                    })
                    .backlogLimit(12)
                    .batch(5)
                    .build()) {
                FeedStatus status = runner.runUntilIdle();
                assertThat(status.backlog()).isEqualTo(12);
                assertThat(runner.push(List.of(event("x", "a")))).isEqualTo(new PushResult.Full(12, 12));
                assertThat(runner.runUntilIdle().backlog()).isEqualTo(12);
            }
        }

        @Test
        void handsOnWhatCouldNotBeUnderstoodAndGoesOn() {
            bench.source.add(event("1", "a"));
            bench.source.issues(MappingIssue.of("items[0]", "no id"));
            try (FeedRunner runner = bench.polling(noting).build()) {
                runner.runUntilIdle();
            }
            assertThat(seen).containsExactly("1");
            assertThat(bench.notes.lines("polled")).containsExactly("polled 1 issues 1");
        }

        @Test
        void isLeftToTheHostThatHoldsTheLease() {
            bench.source.add(event("1", "a"));
            Optional<Lease> other = bench.store.transact(t -> t.leases().acquire("poll:feed", "other", FeedBench.HOLD));
            assertThat(other).isPresent();
            try (FeedRunner runner = bench.polling(noting).build()) {
                runner.push(List.of(event("2", "b")));
                runner.runUntilIdle();
                assertThat(bench.source.asked()).isEmpty();
                assertThat(seen).containsExactly("2");
                bench.clock.advance(FeedBench.HOLD);
                runner.runUntilIdle();
                assertThat(seen).containsExactly("2", "1");
            }
            // Given back, so the next host need not wait.
            Optional<Lease> next = bench.store.transact(t -> t.leases().acquire("poll:feed", "third", FeedBench.HOLD));
            assertThat(next).isPresent();
        }

        @Test
        void thatTookTooLongTakesNothingIn() {
            bench.source.add(event("1", "a"));
            bench.source.during(() -> {
                boolean taken = false;
                // The heartbeat's first beat may come between the two and renew the lease once.
                while (!taken) {
                    bench.clock.advance(FeedBench.HOLD);
                    taken = bench.store.<Boolean>transact(t -> t.leases()
                            .acquire("poll:feed", "other", Duration.ofSeconds(1))
                            .isPresent());
                }
            });
            try (FeedRunner runner = bench.polling(noting).build()) {
                runner.runUntilIdle();
                assertThat(bench.notes.lines("fenced")).containsExactly("fenced poll:feed");
                assertThat(seen).isEmpty();
                bench.source.during(() -> {});
                bench.clock.advance(Duration.ofSeconds(1));
                runner.runUntilIdle();
            }
            assertThat(seen).containsExactly("1");
        }

        @Test
        void keepsItsPlaceAndBacksOffWhenTheSystemFails() {
            bench.source.add(event("1", "a"));
            bench.source.fail(FeedBench.down(Duration.ofSeconds(90)));
            bench.source.fail(FeedBench.down(null));
            bench.source.fail(FeedBench.refused());
            bench.source.fail(new IllegalStateException("a mistake"));
            try (FeedRunner runner = bench.polling(noting).build()) {
                assertThat(runner.runUntilIdle().pollFailure()).contains("UNAVAILABLE");
                runner.runUntilIdle();
                runner.runUntilIdle();
                assertThat(runner.runUntilIdle().pollFailure()).contains("a mistake");
                assertThat(runner.runUntilIdle().pollFailure()).isNull();
            }
            assertThat(bench.notes.lines("pollFailed"))
                    .containsExactly(
                            "pollFailed wait 90000",
                            "pollFailed wait 1999",
                            "pollFailed wait 60000",
                            "pollFailed wait 60000");
            assertThat(seen).containsExactly("1");
        }
    }

    @Nested
    class Handling {
        @Test
        void keepsTheOrderOfEachObject() {
            Map<String, Integer> counts = new HashMap<>();
            Map<String, List<String>> perObject = new ConcurrentHashMap<>();
            for (int i = 0; i < 200; i++) {
                String object = "o" + i % 7;
                bench.source.add(event(object + "-" + counts.merge(object, 1, Integer::sum), object));
            }
            Set<String> busy = ConcurrentHashMap.newKeySet();
            try (FeedRunner runner = bench.polling(item -> {
                        String object = String.valueOf(item.event().subject());
                        assertThat(busy.add(object)).isTrue();
                        perObject
                                .computeIfAbsent(object, any -> new ArrayList<>())
                                .add(item.event().id());
                        busy.remove(object);
                    })
                    .build()) {
                runner.runUntilIdle();
            }
            assertThat(bench.parked()).isEmpty();
            assertThat(perObject).hasSize(7);
            perObject.forEach((object, ids) ->
                    assertThat(ids).isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b))));
            assertThat(perObject.values().stream().mapToInt(List::size).sum()).isEqualTo(200);
        }

        private static int number(String id) {
            return Integer.parseInt(id.substring(id.indexOf('-') + 1));
        }

        @Test
        void runsAsManyObjectsAtOnceAsItMayAndNoMore() {
            AtomicInteger running = new AtomicInteger();
            Set<Integer> levels = ConcurrentHashMap.newKeySet();
            CyclicBarrier three = new CyclicBarrier(3);
            for (int i = 0; i < 30; i++) {
                bench.source.add(event("e" + i, "o" + i));
            }
            try (FeedRunner runner = bench.polling(item -> {
                        levels.add(running.incrementAndGet());
                        // Nobody gets through unless three run at once.
                        three.await(30, TimeUnit.SECONDS);
                        running.decrementAndGet();
                    })
                    .parallel(3)
                    .build()) {
                runner.runUntilIdle();
            }
            assertThat(bench.notes.lines("handled")).hasSize(30);
            assertThat(Collections.max(levels)).isEqualTo(3);
        }

        @Test
        void commitsWhatIsRememberedWithTheCompletionAndDropsWhatFailedAttemptsAdd() {
            bench.source.add(event("1", "a"));
            AtomicInteger calls = new AtomicInteger();
            try (FeedRunner runner = bench.polling(item -> {
                        assertThat(item.key()).isEqualTo("feed/vendor/1");
                        assertThat(item.attempt()).isEqualTo(calls.incrementAndGet());
                        item.remember(t -> t.append(event("done " + item.attempt(), "a")));
                        if (item.attempt() == 1) {
                            throw new IllegalStateException("once");
                        }
                    })
                    .build()) {
                runner.runUntilIdle();
                assertThat(bench.notes.lines("failed")).containsExactly("failed 1 wait 999");
                bench.clock.advance(Duration.ofSeconds(1));
                runner.runUntilIdle();
            }
            assertThat(trail()).containsExactly("done 2");
        }

        @Test
        void isAFailureWhenWhatIsRememberedCannotBeWrittenAndHarmsNoOther() {
            for (int i = 0; i < 5; i++) {
                bench.source.add(event("e" + i, "o" + i));
            }
            try (FeedRunner runner = bench.polling(item -> item.remember(t -> {
                        t.append(event("done " + item.event().id(), "a"));
                        if (item.event().id().equals("e2")) {
                            throw new IllegalStateException("cannot be written");
                        }
                    }))
                    .attempts(1)
                    .build()) {
                runner.runUntilIdle();
            }
            assertThat(trail()).containsExactlyInAnyOrder("done e0", "done e1", "done e3", "done e4");
            assertThat(bench.parked())
                    .singleElement()
                    .satisfies(item ->
                            assertThat(item.reason()).isEqualTo("java.lang.IllegalStateException: cannot be written"));
        }

        private List<String> trail() {
            List<String> ids = new ArrayList<>();
            bench.store.read(view -> {
                view.trail(
                        dev.contentconnect.core.state.TrailQuery.ALL,
                        entry -> ids.add(entry.event().id()));
                return ids;
            });
            return ids;
        }

        @Test
        void saysWhatComesLate() {
            List<String> late = Collections.synchronizedList(new ArrayList<>());
            bench.source.add(
                    event("1", "a", T0.plusSeconds(5)), event("2", "a", T0), event("3", "b", T0.minusSeconds(9)));
            try (FeedRunner runner = bench.polling(item -> {
                        if (item.isLate()) {
                            late.add(item.event().id());
                        }
                    })
                    .build()) {
                runner.runUntilIdle();
            }
            assertThat(late).containsExactly("2");
        }

        @Test
        void takesTheUsualOrderWhereTheFlowsOwnFails() {
            bench.source.add(event("1", "a"), event("2", "b"));
            try (FeedRunner runner = bench.polling(noting)
                    .orderBy(event -> {
                        throw new IllegalStateException("no idea");
                    })
                    .build()) {
                runner.runUntilIdle();
            }
            assertThat(new HashSet<>(seen)).containsExactlyInAnyOrder("1", "2");
        }

        @Test
        void goesOnWhateverTheListenerThrows() {
            bench.source.add(event("1", "a"));
            FeedListener broken = new FeedListener() {
                @Override
                public void accepted(String feed, int fresh, int known) {
                    throw new IllegalStateException("broken");
                }

                @Override
                public void handled(
                        String feed, dev.contentconnect.core.model.CaseEvent event, Duration lag, Duration took) {
                    throw new IllegalStateException("broken");
                }
            };
            try (FeedRunner runner = bench.polling(noting).listener(broken).build()) {
                assertThat(runner.runUntilIdle().backlog()).isZero();
            }
            assertThat(seen).containsExactly("1");
        }

        @Test
        void tellsLagAndRate() {
            bench.source.add(event("1", "a"));
            AtomicInteger calls = new AtomicInteger();
            try (FeedRunner runner = bench.polling(item -> {
                        if (calls.incrementAndGet() == 1) {
                            throw FeedBench.down(null);
                        }
                    })
                    .build()) {
                runner.runUntilIdle();
                bench.clock.advance(Duration.ofSeconds(7));
                assertThat(runner.status().lag()).isEqualTo(Duration.ofSeconds(7));
                FeedStatus status = runner.runUntilIdle();
                assertThat(status.lag()).isZero();
                assertThat(status.handledPerSecond()).isEqualTo(1.0 / 8);
            }
            assertThat(bench.notes.lines("handled")).containsExactly("handled 1 lag PT7S");
        }
    }

    @Nested
    class Options {
        @Test
        void areCheckedTogether() {
            assertThatThrownBy(() -> bench.runner(noting)
                            .parallel(0)
                            .attempts(0)
                            .backoff(Duration.ofSeconds(2), Duration.ofSeconds(1))
                            .hold(Duration.ofMillis(1))
                            .keysKept(Duration.ofHours(1))
                            .build())
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("feed feed is not configured: parallel must be a number from 1 to 1000")
                    .hasMessageContaining("attempts must")
                    .hasMessageContaining("backoff must not begin beyond its limit")
                    .hasMessageContaining("hold must be 100 ms or more")
                    .hasMessageContaining("keysKept must not be shorter than giveUpAfter");
        }

        @Test
        void forbidRunningTwiceOrAfterTheEnd() {
            FeedRunner runner = bench.runner(noting).build();
            runner.start();
            assertThatThrownBy(runner::runUntilIdle).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(runner::start).isInstanceOf(IllegalStateException.class);
            runner.close();
            runner.close();
            assertThatThrownBy(runner::start).isInstanceOf(IllegalStateException.class);
        }
    }
}
