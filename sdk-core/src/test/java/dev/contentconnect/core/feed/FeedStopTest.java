package dev.contentconnect.core.feed;

import static dev.contentconnect.core.feed.FeedBench.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.state.InboxItem;
import dev.contentconnect.core.state.InboxStatus;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FeedStopTest {
    private final FeedBench bench = new FeedBench();
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);

    @AfterEach
    void close() {
        bench.close();
    }

    private FeedHandler blocking() {
        return item -> {
            begun.countDown();
            free.await();
            seen.add(item.event().id());
        };
    }

    private InboxStatus inbox() {
        return bench.store.transact(t -> t.inbox("feed").status());
    }

    @Test
    void letsWhatRunsEndAndGivesBackTheRest() throws Exception {
        bench.source.add(event("1", "a"), event("2", "a"), event("3", "b"), event("4", "c"));
        FeedRunner runner = bench.polling(blocking()).parallel(1).build();
        runner.start();
        begun.await();
        Thread closing = new Thread(runner::close);
        closing.start();
        free.countDown();
        closing.join();
        assertThat(seen).isNotEmpty();
        assertThat(inbox()).extracting(InboxStatus::held).isEqualTo(0L);
        assertThat(inbox().waiting()).isEqualTo(4L - seen.size());
        // At once for whoever comes next, in order.
        List<InboxItem> next = bench.store.transact(t -> t.inbox("feed").claim("next", 10, FeedBench.HOLD));
        assertThat(next).hasSize(4 - seen.size());
        assertThat(next).allSatisfy(item -> assertThat(item.failures()).isZero());
        assertThat(bench.notes.lines("failed")).isEmpty();
    }

    @Test
    void interruptsWhatTakesTooLongAndLosesNothing() throws Exception {
        bench.source.add(event("1", "a"));
        FeedRunner runner = bench.polling(blocking())
                .time(TimeSource.system())
                .stopWithin(Duration.ofMillis(1))
                .build();
        runner.start();
        begun.await();
        runner.close();
        assertThat(seen).isEmpty();
        assertThat(inbox()).extracting(InboxStatus::held, InboxStatus::waiting).containsExactly(0L, 1L);
        assertThat(bench.notes.lines("failed")).isEmpty();
    }

    @Test
    void endsAPollThatIsUnderWay() throws Exception {
        CountDownLatch polling = new CountDownLatch(1);
        bench.source.during(() -> {
            polling.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
        FeedRunner runner = bench.polling(blocking()).build();
        runner.start();
        polling.await();
        runner.close();
    }

    @Test
    void interruptedItGivesBackWhatItHasAndKeepsTheFlag() throws Exception {
        bench.source.add(event("1", "a"), event("2", "b"));
        FeedRunner runner = bench.polling(blocking()).parallel(1).build();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                runner.runUntilIdle();
            } catch (ConnectorException e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        begun.await();
        caller.interrupt();
        caller.join();
        assertThat(thrown.get())
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CANCELLED));
        assertThat(flag.get()).isTrue();
        assertThat(inbox()).extracting(InboxStatus::held, InboxStatus::waiting).containsExactly(0L, 2L);
        runner.close();
    }

    @Test
    void interruptedWhileItClosesItHurriesAndStillWaitsForTheEnd() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicReference<Boolean> flag = new AtomicReference<>();
        FeedRunner runner = bench.runner(item -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        // It takes a moment to tidy up.
                        free.await();
                        throw e;
                    }
                })
                .build();
        runner.push(List.of(event("1", "a")));
        runner.start();
        begun.await();
        Thread closing = new Thread(() -> {
            runner.close();
            flag.set(Thread.currentThread().isInterrupted());
        });
        closing.start();
        closing.interrupt();
        interrupted.await();
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            assertThat(closing.isAlive()).as("waits for the handler").isTrue();
            Thread.onSpinWait();
        }
        free.countDown();
        closing.join();
        assertThat(flag.get()).isTrue();
        assertThat(inbox()).extracting(InboxStatus::held, InboxStatus::waiting).containsExactly(0L, 1L);
    }

    @Test
    void interruptedWhileItClosesARunOfAnotherThreadItHurriesThat() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        FeedRunner runner = bench.runner(item -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        interrupted.countDown();
                    }
                })
                .build();
        runner.push(List.of(event("1", "a")));
        Thread running = new Thread(runner::runUntilIdle);
        running.start();
        begun.await();
        Thread closing = new Thread(runner::close);
        closing.start();
        closing.interrupt();
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        closing.join();
        running.join();
        assertThat(inbox()).extracting(InboxStatus::held, InboxStatus::waiting).containsExactly(0L, 1L);
    }

    @Test
    void refusesToBeginWithTheFlagSet() {
        FeedRunner runner = bench.polling(blocking()).build();
        Thread.currentThread().interrupt();
        assertThatThrownBy(runner::runUntilIdle).isInstanceOf(ConnectorException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(bench.source.asked()).isEmpty();
        runner.close();
    }

    @Test
    void startedItPollsAndHandlesAndWakesUp() throws Exception {
        CountDownLatch three = new CountDownLatch(3);
        bench.source.add(event("1", "a"));
        CountDownLatch first = new CountDownLatch(1);
        try (FeedRunner runner = bench.polling(item -> {
                    seen.add(item.event().id());
                    first.countDown();
                    three.countDown();
                })
                .build()) {
            runner.start();
            first.await();
            runner.push(List.of(event("2", "b")));
            // The clock stands still: only the hint makes it poll again.
            bench.source.add(event("3", "c"));
            runner.wake();
            three.await();
        }
        assertThat(seen).containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    void passesAnErrorToTheThreadsHandlerAndGoesOn() throws Exception {
        CompletableFuture<Throwable> uncaught = new CompletableFuture<>();
        CountDownLatch good = new CountDownLatch(1);
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> uncaught.complete(e));
        try (FeedRunner runner = bench.runner(item -> {
                    if (item.event().id().equals("bad")) {
                        throw new StackOverflowError("deep");
                    }
                    good.countDown();
                })
                .parallel(1)
                .build()) {
            runner.start();
            runner.push(List.of(event("bad", "a"), event("good", "b")));
            good.await();
            // The thread that died tells its handler after the next one has begun.
            assertThat(uncaught.get()).isInstanceOf(StackOverflowError.class);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(inbox().waiting()).isEqualTo(1);
    }
}
