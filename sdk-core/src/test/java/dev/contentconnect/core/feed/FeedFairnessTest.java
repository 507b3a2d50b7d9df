package dev.contentconnect.core.feed;

import static dev.contentconnect.core.feed.FeedBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.state.Inbox;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.StateTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
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

    /** A claim looks through all that waits of objects in work. */
    @Test
    void aBacklogOfOneObjectIsNotLookedThroughForEachOfItsItems() {
        List<CaseEvent> events = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            events.add(event("busy-" + i, "busy"));
        }
        AtomicInteger claims = new AtomicInteger();
        StateStore counting = counting(StateStore.class, bench.store, claims);
        try (FeedRunner runner = FeedRunner.builder("feed", counting, item -> {})
                .parallel(4)
                .batch(10)
                .time(bench.clock)
                .build()) {
            runner.push(events);
            assertThat(runner.runUntilIdle().backlog()).isZero();
        }
        assertThat(claims).hasValueBetween(1, 400);
    }

    /** Counts claims of inboxes, however they are reached. */
    private static <T> T counting(Class<T> type, T real, AtomicInteger claims) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            claims.addAndGet(method.getName().equals("claim") ? 1 : 0);
            try {
                if (method.getName().equals("transact")) {
                    @SuppressWarnings("unchecked") // as the store declares it
                    Function<StateTransaction, Object> work = (Function<StateTransaction, Object>) given[0];
                    return ((StateStore) real).transact(t -> work.apply(counting(StateTransaction.class, t, claims)));
                }
                Object result = method.invoke(real, given);
                return result instanceof Inbox inbox ? counting(Inbox.class, inbox, claims) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
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
