package dev.contentconnect.core.feed;

import static dev.contentconnect.core.feed.FeedBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Extensions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No object and no event stands in the way of the others. */
@Timeout(60)
class FeedFairnessTest {
    private final FeedBench bench = new FeedBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void oneBusyObjectLeavesTheOtherThreadsToOtherObjects() throws Exception {
        List<CaseEvent> events = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            events.add(event("busy-" + i, "busy"));
        }
        for (int i = 0; i < 30; i++) {
            events.add(event("free-" + i, "free" + i));
        }
        CountDownLatch free = new CountDownLatch(30);
        try (FeedRunner runner = bench.runner(item -> {
                    if (item.key().contains("busy")) {
                        free.await();
                    } else {
                        free.countDown();
                    }
                })
                .parallel(4)
                .batch(10)
                .build()) {
            runner.push(events);
            runner.start();
            assertThat(free.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatIsNestedAsDeepAsAVendorMaySendItStopsNothing() {
        byte[] sent = ("[".repeat(499) + "]".repeat(499)).getBytes(StandardCharsets.UTF_8);
        CaseEvent deep = CaseEvent.builder("vendor", CaseEventType.ASSET_UPDATED, "deep", FeedBench.T0)
                .extensions(Extensions.of("vendor", Map.of("member", Json.decodePlain(sent))))
                .build();
        bench.source.add(event("before", "a"));
        bench.source.add(deep);
        bench.source.add(event("after", "b"));
        List<String> handled = new ArrayList<>();
        try (FeedRunner runner = bench.polling(item -> {
                    synchronized (handled) {
                        handled.add(item.event().id());
                    }
                })
                .build()) {
            assertThat(runner.runUntilIdle().pollFailure()).isNull();
        }
        assertThat(handled).containsExactlyInAnyOrder("before", "deep", "after");
    }
}
