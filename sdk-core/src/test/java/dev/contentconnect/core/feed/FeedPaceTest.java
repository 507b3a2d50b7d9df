package dev.contentconnect.core.feed;

import static dev.contentconnect.core.feed.FeedBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How far polling runs ahead of the threads, and what one item leaves for the next. */
class FeedPaceTest {
    /** Four times what one thread and two batches of five hold. */
    private static final int ENOUGH = 44;

    private final FeedBench bench = new FeedBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void pausesWhileEnoughIsWaitingAndGoesOnWithoutHavingToBeTold() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(200);
        add(0, 5);
        try (FeedRunner runner = bench.polling(item -> {
                    begun.countDown();
                    free.await();
                    done.countDown();
                })
                .parallel(1)
                .batch(5)
                .build()) {
            runner.start();
            begun.await();
            Thread poll = thread("feed-feed-poll");
            add(5, 200);
            runner.wake();
            while (bench.source.asked().size() <= ENOUGH / 5 || poll.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            assertThat(runner.status().backlog()).isEqualTo(ENOUGH);
            free.countDown();
            assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private void add(int from, int to) {
        for (int i = from; i < to; i++) {
            bench.source.add(event("e" + i, "object" + i));
        }
    }

    private static Thread thread(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void goesOnWhereWhatIsWaitingStandsBehindAFailure() throws Exception {
        for (int i = 0; i < 3 * ENOUGH; i++) {
            bench.source.add(event("a" + i, "broken"));
        }
        bench.source.add(event("b", "sound"));
        CountDownLatch done = new CountDownLatch(1);
        try (FeedRunner runner = bench.polling(item -> {
                    if (item.key().endsWith("b")) {
                        done.countDown();
                    } else {
                        throw new IllegalStateException("not today");
                    }
                })
                .parallel(1)
                .batch(5)
                .build()) {
            runner.start();
            assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void anInterruptThatAHandlerLeavesBehindIsNotMeantForTheNext() {
        for (String object : List.of("1", "2", "3")) {
            bench.source.add(event(object, object));
        }
        Queue<Boolean> interrupted = new ConcurrentLinkedQueue<>();
        try (FeedRunner runner = bench.polling(item -> {
                    interrupted.add(Thread.currentThread().isInterrupted());
                    Thread.currentThread().interrupt();
                })
                .parallel(1)
                .build()) {
            runner.runUntilIdle();
        }
        assertThat(interrupted).containsExactly(false, false, false);
    }
}
