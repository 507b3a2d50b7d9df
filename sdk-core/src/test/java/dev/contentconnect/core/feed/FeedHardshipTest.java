package dev.contentconnect.core.feed;

import static dev.contentconnect.core.feed.FeedBench.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.observe.FeedListener;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.state.InboxItem;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes of those that a runner depends on, and uses at awkward moments. */
@Timeout(60)
class FeedHardshipTest {
    private static final Duration SHORT_HOLD = Duration.ofMillis(150);

    private final FeedBench bench = new FeedBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMistakeOfTheStoreDoesNotEndTheHeartbeat(boolean error) throws Exception {
        AtomicInteger beats = new AtomicInteger();
        CountDownLatch goesOn = new CountDownLatch(2);
        HookedStore store = new HookedStore(bench.store).before(() -> {
            if (Thread.currentThread().getName().endsWith("-beat")) {
                goesOn.countDown();
                if (beats.incrementAndGet() == 1) {
                    if (error) {
                        throw new AssertionError("a mistake");
                    }
                    throw new IllegalArgumentException("a mistake");
                }
            }
        });
        try (FeedRunner runner = FeedRunner.builder("feed", store, item -> {})
                .hold(SHORT_HOLD)
                .listener(bench.notes)
                .build()) {
            runner.start();
            assertThat(goesOn.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(bench.notes.lines("storeFailed")).hasSize(error ? 0 : 1);
    }

    @Test
    void aFeedThatAlwaysPromisesMoreAndStaysWhereItIsIsAskedNoMoreThanOthers() {
        AtomicInteger polls = new AtomicInteger();
        AtomicInteger handled = new AtomicInteger();
        try (FeedRunner runner = FeedRunner.builder("feed", bench.store, item -> handled.incrementAndGet())
                .poll(
                        (since, limit) -> {
                            polls.incrementAndGet();
                            return new ChangeBatch(List.of(event("e-1", "one")), Cursor.of("here"), true, List.of());
                        },
                        Duration.ofMinutes(1))
                .build()) {
            runner.runUntilIdle();
        }
        // The first poll has moved: from nowhere to here.
        assertThat(polls).hasValue(2);
        assertThat(handled).hasValue(1);
    }

    /** What one thread claims unseen must not be kept for ever by the heartbeat that keeps what it sees. */
    @Test
    void whatWasClaimedWhenAnErrorCutTheClaimOffComesFree() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch firstMayEnd = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        CountDownLatch third = new CountDownLatch(1);
        CountDownLatch struck = new CountDownLatch(1);
        AtomicBoolean armed = new AtomicBoolean();
        try (StateStore real = StateStore.inMemory(TimeSource.system(), TrailChain.plain())) {
            HookedStore store = new HookedStore(real);
            store.after(() -> {
                boolean working = Thread.currentThread().getName().endsWith("-work");
                if (working && armed.get() && held(real) == 2) {
                    armed.set(false);
                    struck.countDown();
                    throw new StackOverflowError("behind the commit");
                }
            });
            try (FeedRunner runner = FeedRunner.builder("feed", store, item -> {
                        switch (item.event().id()) {
                            case "1" -> {
                                first.countDown();
                                firstMayEnd.await();
                            }
                            case "2" -> second.countDown();
                            default -> {
                                third.countDown();
                                second.await();
                            }
                        }
                    })
                    .hold(SHORT_HOLD)
                    .lookEvery(Duration.ofMillis(20))
                    .build()) {
                runner.push(List.of(event("1", "a")));
                runner.start();
                first.await();
                armed.set(true);
                runner.push(List.of(event("2", "b")));
                struck.await();
                // Something is in hand all the time.
                runner.push(List.of(event("3", "c")));
                third.await();
                firstMayEnd.countDown();
                assertThat(second.await(20, TimeUnit.SECONDS)).isTrue();
            } finally {
                second.countDown();
            }
        }
    }

    private static long held(StateStore store) {
        return store.transact(t -> t.inbox("feed").status()).held();
    }

    @Test
    void anErrorOfTheListenerHoldsUpNothing() {
        for (int i = 0; i < 40; i++) {
            bench.source.add(event("e" + i, "o" + i % 9));
        }
        Set<String> seen = ConcurrentHashMap.newKeySet();
        FeedListener broken = new FeedListener() {
            @Override
            public void handled(String feed, CaseEvent event, Duration lag, Duration took) {
                throw new NoSuchMethodError("metrics of another version");
            }
        };
        try (FeedRunner runner =
                bench.polling(item -> seen.add(item.key())).listener(broken).build()) {
            assertThat(runner.runUntilIdle().backlog()).isZero();
        }
        assertThat(seen).hasSize(40);
    }

    @Test
    void aHintThatComesWhileTheAnswerIsUnderWayIsNotLost() throws Exception {
        CountDownLatch handled = new CountDownLatch(1);
        AtomicInteger polls = new AtomicInteger();
        FeedRunner[] self = new FeedRunner[1];
        ChangeFeed source = (since, limit) -> {
            ChangeBatch answer = bench.source.changes(since, limit);
            if (polls.incrementAndGet() == 1) {
                // The system has looked already when this happens. The clock stands still: nothing else polls again.
                bench.source.add(event("1", "a"));
                self[0].wake();
            }
            return answer;
        };
        try (FeedRunner runner = bench.runner(item -> handled.countDown())
                .poll(source, Duration.ofSeconds(10))
                .build()) {
            self[0] = runner;
            runner.start();
            assertThat(handled.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void replaysWhatIsParkedAgainMeanwhileOnceOnly() {
        AtomicInteger reads = new AtomicInteger();
        HookedStore store = new HookedStore(bench.store);
        try (FeedRunner runner = FeedRunner.builder("feed", store, item -> {
                    throw FeedBench.refused();
                })
                .attempts(1)
                .time(bench.clock)
                .build()) {
            runner.push(List.of(event("1", "a"), event("2", "b"), event("3", "c")));
            assertThat(runner.runUntilIdle().parked()).isEqualTo(3);
            // A runner on another host that parks whatever is replayed, as quickly as that.
            store.after(() -> {
                bench.clock.advance(Duration.ofMillis(1));
                List<InboxItem> items =
                        bench.store.transact(t -> t.inbox("feed").claim("other", 9, FeedBench.HOLD));
                items.forEach(item -> bench.store.transact(t -> {
                    t.inbox("feed").park(item, "again");
                    return true;
                }));
                assertThat(reads.incrementAndGet()).as("uses of the store").isLessThan(100);
            });
            assertThat(runner.replayAll()).isEqualTo(3);
            store.after(() -> {});
        }
        assertThat(bench.parked()).hasSize(3);
    }

    @Test
    void theLeaseIsGivenBackWhenNoBeatCanTakeItAgain() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        AtomicBoolean beating = new AtomicBoolean();
        AtomicBoolean beatingAtRelease = new AtomicBoolean();
        HookedStore store = new HookedStore(bench.store);
        store.before(() -> {
            if (Thread.currentThread().getName().endsWith("-beat")) {
                beating.set(true);
                try {
                    // Under way when the run ends: a slow commit on a server.
                    released.await(1, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            } else if (StackWalker.getInstance().walk(frames -> frames.anyMatch(FeedHardshipTest::isRelease))) {
                beatingAtRelease.set(beating.get());
                released.countDown();
            }
        });
        store.after(() -> {
            if (Thread.currentThread().getName().endsWith("-beat")) {
                beating.set(false);
            }
        });
        bench.source.add(event("1", "a"));
        try (FeedRunner runner = FeedRunner.builder("feed", store, item -> {
                    while (!beating.get()) {
                        Thread.onSpinWait();
                    }
                })
                .poll(bench.source, Duration.ofSeconds(10))
                .time(bench.clock)
                .build()) {
            runner.runUntilIdle();
        }
        assertThat(released.getCount()).isZero();
        assertThat(beatingAtRelease).isFalse();
    }

    @Test
    void isNotOverBeforeTheLeaseIsGivenBack() {
        bench.source.add(event("1", "a"));
        HookedStore store = new HookedStore(bench.store);
        AtomicInteger releases = new AtomicInteger();
        try (FeedRunner runner = FeedRunner.builder("feed", store, item -> {})
                .poll(bench.source, Duration.ofSeconds(10))
                .time(bench.clock)
                .build()) {
            store.before(() -> {
                if (StackWalker.getInstance().walk(frames -> frames.anyMatch(FeedHardshipTest::isRelease))
                        && releases.incrementAndGet() == 1) {
                    // Another run that began here would have its lease taken from under it.
                    assertThatIllegalStateException().isThrownBy(runner::runUntilIdle);
                }
            });
            runner.runUntilIdle();
            assertThat(releases).hasValue(1);
        }
    }

    private static boolean isRelease(StackWalker.StackFrame frame) {
        return frame.getClassName().equals(Intake.class.getName())
                && frame.getMethodName().equals("release");
    }
}
