package dev.contentconnect.core.feed;

import static dev.contentconnect.core.feed.FeedBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.testkit.PowerCut;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The power goes off at every moment of a run with several threads; the next run finishes. */
@Timeout(120)
class FeedPowerCutTest {

    /** What is made in another system, under a key. */
    interface Vendor {
        void make(String key);
    }

    @Test
    void nothingIsLostOrDoneTwiceWhereverThePowerGoesOff() throws InterruptedException {
        boolean cut = true;
        int moment = 0;
        for (; cut; moment++) {
            try (FeedBench bench = new FeedBench()) {
                bench.source.add(event("1", "a"), event("2", "b"), event("3", "a"), event("4", "c"));
                Map<String, Integer> made = new ConcurrentHashMap<>();
                cut = dies(moment, bench, made);
                assertThat(beating()).as("hearts that go on for the dead").isZero();
                bench.clock.advance(FeedBench.HOLD.plusSeconds(1));
                try (FeedRunner next = flow(bench, bench.store, key -> made.merge(key, 1, Integer::sum))) {
                    assertThat(next.runUntilIdle().backlog()).isZero();
                }
                assertThat(made).as("moment " + moment).containsOnlyKeys("a/1", "b/2", "a/3", "c/4");
                assertThat(recorded(bench)).as("moment " + moment).isEqualTo(4);
            }
        }
        assertThat(moment).isGreaterThan(10);
    }

    private static boolean dies(int moment, FeedBench bench, Map<String, Integer> made) {
        PowerCut cut = new PowerCut(moment);
        Vendor vendor = cut.on(Vendor.class, key -> made.merge(key, 1, Integer::sum));
        try (FeedRunner first = flow(bench, cut.on(bench.store), vendor)) {
            first.runUntilIdle();
        } catch (PowerCut.Killed expected) {
            assertThat(cut.happened()).isTrue();
        }
        return cut.happened();
    }

    private static FeedRunner flow(FeedBench bench, StateStore store, Vendor vendor) {
        return FeedRunner.builder("cut", store, item -> {
                    vendor.make(item.event().subject().id() + "/" + item.event().id());
                    item.remember(t -> t.append(item.event()));
                })
                .poll(bench.source, Duration.ofSeconds(10))
                .hold(FeedBench.HOLD)
                .parallel(2)
                .time(bench.clock)
                .build();
    }

    private static int recorded(FeedBench bench) {
        int[] entries = new int[1];
        bench.store.read(view -> {
            view.trail(TrailQuery.ALL, entry -> entries[0]++);
            return true;
        });
        return entries[0];
    }

    /** A thread needs a moment to hear that it is over. */
    private static long beating() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("feed-cut-beat")) {
                thread.join(5000);
            }
        }
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("feed-cut-beat"))
                .count();
    }
}
