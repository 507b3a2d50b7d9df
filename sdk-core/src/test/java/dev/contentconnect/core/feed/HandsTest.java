package dev.contentconnect.core.feed;

import static dev.contentconnect.core.feed.FeedBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.state.InboxItem;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The line in front of the threads. */
@Timeout(60)
class HandsTest {
    private static final int ITEMS = 20_000;

    /**
     * Whoever puts an item in line meets, again and again, a thread that has just found the line empty. Shows coarse mistakes: a
     * count that was too high for a few nanoseconds, and left an item behind, passed 300,000 rounds of this.
     */
    @Test
    void takesEachItemAlsoWhereThreadsEndBetweenTwo() {
        try (FeedBench bench = new FeedBench()) {
            FeedOptions options = bench.runner(item -> {})
                    .parallel(1)
                    .time(TimeSource.system())
                    .options();
            Hands hands = new Hands(options, new Signal(), e -> {});
            Held held = new Held(item(bench), "worker");
            long lost = 0;
            for (int i = 0; i < ITEMS && lost == 0; i++) {
                hands.give(List.of(hands.task(held, false)));
                lost = isDone(hands) ? 0 : i + 1;
            }
            hands.end();
            assertThat(lost).as("the item that nobody took").isZero();
        }
    }

    private static boolean isDone(Hands hands) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (hands.next() == null) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    private static InboxItem item(FeedBench bench) {
        return bench.store
                .transact(t -> {
                    t.inbox("feed").accept(event("1", "a"), "a");
                    return t.inbox("feed").claim("worker", 1, Duration.ofMinutes(1));
                })
                .get(0);
    }
}
