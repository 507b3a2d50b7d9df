package dev.contentconnect.core.feed;

import static dev.contentconnect.core.feed.FeedBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.state.TrailCheck;
import dev.contentconnect.core.state.TrailHead;
import dev.contentconnect.core.testkit.MoodyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever comes twice, late, fails, or dies in the middle: each event has its effect once, in the order of its object. */
class FeedPropertyTest {
    /** A system that keeps effects under their keys, and fails now and then, before or after the effect. */
    private static final class Target {
        private final Random random;
        private final Set<String> keys = new HashSet<>();
        private final Map<String, List<String>> applied = new HashMap<>();
        private final Set<String> busy = new HashSet<>();

        Target(Random random) {
            this.random = random;
        }

        void handle(FeedItem item) {
            String object = String.valueOf(item.event().subject());
            enter(object);
            try {
                apply(item, object);
            } finally {
                leave(object);
            }
        }

        private synchronized void enter(String object) {
            assertThat(busy.add(object)).isTrue();
        }

        private synchronized void leave(String object) {
            busy.remove(object);
        }

        private synchronized void apply(FeedItem item, String object) {
            int luck = random.nextInt(20);
            if (luck == 0) {
                throw FeedBench.down(null);
            }
            if (luck == 1) {
                throw new IllegalStateException("before");
            }
            if (keys.add(item.key())) {
                applied.computeIfAbsent(object, any -> new ArrayList<>())
                        .add(item.event().id());
            }
            item.remember(t -> t.append(item.event()));
            if (luck == 2) {
                throw new IllegalStateException("after");
            }
        }
    }

    @Property(tries = 60)
    void everyEffectOnceAndInOrder(@ForAll long seed) {
        Random random = new Random(seed);
        try (FeedBench bench = new FeedBench()) {
            Target target = new Target(new Random(seed + 1));
            MoodyStore store = new MoodyStore(bench.store);
            Map<String, List<String>> expected = new HashMap<>();
            List<CaseEvent> pushed = new ArrayList<>();
            int count = 0;
            bench.source.overlap(random.nextInt(4));
            for (int round = 0; round < 12; round++) {
                for (int i = random.nextInt(8); i > 0; i--) {
                    CaseEvent event = event("e" + count++, "polled " + random.nextInt(4), time(random));
                    expect(expected, event);
                    bench.source.add(event);
                }
                if (random.nextBoolean() && !pushed.isEmpty()) {
                    bench.source.add(pushed.get(random.nextInt(pushed.size())));
                }
                if (random.nextInt(3) > 0) {
                    MoodyStore.Mood mood = random.nextBoolean() ? MoodyStore.Mood.BEFORE : MoodyStore.Mood.AFTER;
                    store.fail(mood, StateException.Reason.UNAVAILABLE, 1 + random.nextInt(12), Integer.MAX_VALUE);
                }
                try (FeedRunner runner = runner(bench, store, target, random)) {
                    runner.runUntilIdle();
                } catch (StateException died) {
                    // Whatever that runner held or thought is lost.
                }
                store.recover();
                try (FeedRunner runner = runner(bench, store, target, random)) {
                    CaseEvent event = event("p" + count++, "pushed " + random.nextInt(3), time(random));
                    runner.push(List.of(event));
                    runner.push(List.of(event));
                    expect(expected, event);
                    pushed.add(event);
                }
                bench.clock.advance(Duration.ofSeconds(random.nextInt(40)));
            }
            finish(bench, store, target, random);
            assertThat(target.applied).isEqualTo(expected);
            assertThat(TrailCheck.of(bench.store, TrailChain.plain(), TrailHead.EMPTY))
                    .isEqualTo(new TrailCheck(count, null));
            assertThat(bench.parked()).isEmpty();
        }
    }

    private static void finish(FeedBench bench, MoodyStore store, Target target, Random random) {
        try (FeedRunner runner = runner(bench, store, target, random)) {
            // Whoever died may have had the right to poll.
            bench.clock.advance(FeedBench.HOLD);
            for (int i = 0; i < 200; i++) {
                FeedStatus status = runner.runUntilIdle();
                if (status.backlog() == 0) {
                    return;
                }
                bench.clock.advance(Duration.ofMinutes(1));
            }
        }
        throw new AssertionError("the backlog never ends");
    }

    private static FeedRunner runner(FeedBench bench, MoodyStore store, Target target, Random random) {
        return FeedRunner.builder("feed", store, target::handle)
                .poll(bench.source, Duration.ofSeconds(10))
                .parallel(1 + random.nextInt(4))
                .batch(1 + random.nextInt(6))
                .attempts(1000)
                .hold(FeedBench.HOLD)
                .time(bench.clock)
                .build();
    }

    private static java.time.Instant time(Random random) {
        return FeedBench.T0.plusSeconds(random.nextInt(1000) - 500);
    }

    private static void expect(Map<String, List<String>> expected, CaseEvent event) {
        expected.computeIfAbsent(String.valueOf(event.subject()), any -> new ArrayList<>())
                .add(event.id());
    }
}
