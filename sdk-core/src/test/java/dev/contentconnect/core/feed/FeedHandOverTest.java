package dev.contentconnect.core.feed;

import static dev.contentconnect.core.feed.FeedBench.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A flow over two systems: one runner handles, the other hands over to it. */
@Timeout(60)
class FeedHandOverTest {
    private final FeedBench bench = new FeedBench();
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        bench.close();
    }

    private FeedRunnerBuilder handling() {
        return bench.runner(item -> seen.add(item.event().id()));
    }

    private FeedRunnerBuilder handingOver(FeedRunner to) {
        return FeedRunner.builder("other", bench.store, to.handOver())
                .poll(bench.source, Duration.ofSeconds(10))
                .listener(bench.notes)
                .time(bench.clock);
    }

    @Test
    void losesAndParksNothingWhileTheOtherIsFull() {
        IntStream.range(0, 10).forEach(i -> bench.source.add(event("e" + i, "o" + i)));
        try (FeedRunner inbox = handling().backlogLimit(1).build();
                FeedRunner other = handingOver(inbox).attempts(1).build()) {
            other.runUntilIdle();
            assertThat(other.status().backlog()).as("what waits there").isEqualTo(9);
            for (int i = 0; i < 20; i++) {
                inbox.runUntilIdle();
                bench.clock.advance(Duration.ofMinutes(6));
                other.runUntilIdle();
            }
            inbox.runUntilIdle();
            assertThat(other.status().backlog()).isZero();
            assertThat(other.status().parked()).isZero();
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        IntStream.range(0, 10).mapToObj(i -> "e" + i).toArray(String[]::new));
    }

    @Test
    void saysHowMuchIsWaiting() {
        try (FeedRunner inbox = handling().backlogLimit(1).build()) {
            inbox.push(List.of(event("1", "a"), event("2", "b")));
            assertThatThrownBy(() -> inbox.handOver().handle(new Handed(event("3", "c"))))
                    .isInstanceOfSatisfying(ConnectorException.class, full -> {
                        assertThat(full.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
                        assertThat(full).hasMessageContaining("2 events are waiting, and 1 may");
                    });
        }
    }

    @Test
    void keepsOneOrderForWhatTwoSystemsSayOfOneObject() {
        bench.source.add(said("decided"));
        try (FeedRunner inbox =
                        handling().orderBy(any -> "licence-7").parallel(8).build();
                FeedRunner other = handingOver(inbox).build()) {
            inbox.push(List.of(event("bought", "licence-7")));
            other.runUntilIdle();
            inbox.push(List.of(event("revoked", "licence-7")));
            assertThat(seen).as("handled by the inbox alone").isEmpty();
            inbox.runUntilIdle();
        }
        assertThat(seen).containsExactly("bought", "decided", "revoked");
    }

    @Test
    void handsOverOnceWhatComesAgain() {
        bench.source.add(said("decided")).overlap(1);
        try (FeedRunner inbox = handling().build();
                FeedRunner other = handingOver(inbox).build()) {
            inbox.push(List.of(said("decided")));
            other.runUntilIdle();
            other.runUntilIdle();
            inbox.runUntilIdle();
        }
        assertThat(seen).containsExactly("decided");
    }

    @Test
    void refusesASecondFeedInsteadOfForgettingTheFirst() {
        FeedRunnerBuilder twice = bench.polling(item -> {}).poll(new ListFeed(), Duration.ofSeconds(1));
        assertThatThrownBy(twice::build)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(
                        "poll was given twice: a runner asks one feed; others hand over to it (handOver)");
    }

    private static CaseEvent said(String id) {
        return CaseEvent.builder("desk", CaseEventType.CASE_RESOLVED, id, FeedBench.T0)
                .caseKey("flow/licence-7/1")
                .build();
    }

    /** An item as a handler sees it. */
    private record Handed(CaseEvent event) implements FeedItem {
        @Override
        public String key() {
            return "other/" + event.id();
        }

        @Override
        public int attempt() {
            return 1;
        }

        @Override
        public boolean isLate() {
            return false;
        }

        @Override
        public void remember(java.util.function.Consumer<dev.contentconnect.core.state.StateTransaction> work) {
            throw new IllegalStateException("nothing is to be remembered");
        }
    }
}
