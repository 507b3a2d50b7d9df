package dev.contentconnect.core.feed;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.ParkedItem;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tests of the runner start from: a clock that stands still, an empty store, a vendor's feed, a listener that notes. */
final class FeedBench implements AutoCloseable {
    static final Instant T0 = Instant.parse("2026-11-21T10:00:00Z");
    static final Duration HOLD = Duration.ofSeconds(30);

    final FakeClock clock = new FakeClock(T0);
    final StateStore store = StateStore.inMemory(clock, TrailChain.plain());
    final Notebook notes = new Notebook();
    final ListFeed source = new ListFeed();

    /** Delays are the whole bound, so that tests can tell them. */
    FeedRunnerBuilder runner(FeedHandler handler) {
        return FeedRunner.builder("feed", store, handler)
                .backoff(Duration.ofSeconds(1), Duration.ofMinutes(1))
                .jitter(() -> 0.999_999)
                .hold(HOLD)
                .listener(notes)
                .time(clock);
    }

    FeedRunnerBuilder polling(FeedHandler handler) {
        return runner(handler).poll(source, Duration.ofSeconds(10));
    }

    List<ParkedItem> parked() {
        return store.read(view -> view.parked("feed", 1000));
    }

    static CaseEvent event(String id, String object) {
        return event(id, object, T0);
    }

    static CaseEvent event(String id, String object, Instant at) {
        return CaseEvent.builder("vendor", CaseEventType.ASSET_UPDATED, id, at)
                .subject(SourceRef.of("vendor", object))
                .build();
    }

    static ConnectorException down(@Nullable Duration retryAfter) {
        return new ConnectorException(new ConnectorError.Unavailable(trace(), retryAfter));
    }

    static ConnectorException refused() {
        return new ConnectorException(new ConnectorError.Rejected(trace()));
    }

    static Trace trace() {
        return Trace.local("vendor", "assets.update", "no");
    }

    @Override
    public void close() {
        store.close();
    }
}
