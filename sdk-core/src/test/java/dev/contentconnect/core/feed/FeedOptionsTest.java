package dev.contentconnect.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.config.ConfigException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedOptionsTest {
    private final FeedBench bench = new FeedBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatIsMissingIsToldTogetherByItsName() {
        assertThatThrownBy(() -> FeedRunner.builder(null, null, null)
                        .poll(null, null)
                        .giveUpAfter(null)
                        .backoff(null, null)
                        .jitter(null)
                        .hold(null)
                        .lookEvery(null)
                        .stopWithin(null)
                        .keysKept(null)
                        .listener(null)
                        .time(null)
                        .worker(null)
                        .build())
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> assertThat(e.problems())
                                .extracting(Object::toString)
                                .containsExactly(
                                        "feed is required",
                                        "store is required",
                                        "handler is required",
                                        "interval is required",
                                        "giveUpAfter is required",
                                        "backoff is required",
                                        "backoff is required",
                                        "jitter is required",
                                        "hold is required",
                                        "lookEvery is required",
                                        "stopWithin is required",
                                        "keysKept is required",
                                        "listener is required",
                                        "time is required",
                                        "worker is required",
                                        "poll is given no source"));
    }

    /** Who counts them twice pauses polling at half of the backlog that is allowed. */
    @Test
    void whatOnePollTakesInCountsOnce() {
        for (int i = 0; i < 40; i++) {
            bench.source.add(FeedBench.event("e-" + i, "o-" + i));
        }
        FeedOptions options =
                bench.polling(item -> {}).backlogLimit(100).batch(20).options();
        Backlog backlog = new Backlog(options);
        Intake intake = new Intake(options, new FeedNotices("feed", bench.notes), backlog);
        assertThat(intake.poll(bench.source)).isEqualTo(Intake.Polled.MORE);
        // So long ago that it is counted anew, in the middle of the poll.
        bench.clock.advance(Duration.ofSeconds(2));
        intake.poll(bench.source);
        bench.clock.advance(Duration.ofMillis(1));
        assertThat(bench.store.<Long>transact(t -> backlog.room(t.inbox("feed"))))
                .isEqualTo(60);
    }
}
