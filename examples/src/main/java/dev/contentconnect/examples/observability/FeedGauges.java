package dev.contentconnect.examples.observability;

import dev.contentconnect.core.feed.FeedRunner;
import dev.contentconnect.core.feed.FeedStatus;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.time.TimeSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a feed stands, whenever somebody looks: backlog, what is in work, what is parked, how long the oldest event waits, how
 * many are handled a second. The store is asked once for all gauges and at most once a second; while it cannot be reached
 * they have no value. Safe for several threads.
 */
public final class FeedGauges implements MeterBinder {
    static final String NAME = "contentconnect.feed.";
    static final String TAG = "contentconnect.feed";
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final String feed;
    private final FeedRunner runner;
    private final TimeSource time;
    private long readAt;
    private @Nullable FeedStatus last;
    private boolean wasRead;

    /**
     * Gauges of a feed.
     *
     * @param feed its name
     * @param runner runs it
     * @param time the clock
     */
    public FeedGauges(String feed, FeedRunner runner, TimeSource time) {
        this.feed = feed;
        this.runner = runner;
        this.time = time;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "backlog", "events", FeedStatus::backlog);
        gauge(registry, "in_flight", "events", FeedStatus::inFlight);
        gauge(registry, "parked", "events", FeedStatus::parked);
        gauge(registry, "backlog.age", "seconds", status -> status.lag().toMillis() / 1_000.0);
        gauge(registry, "rate", "events/s", FeedStatus::handledPerSecond);
    }

    private void gauge(MeterRegistry registry, String what, String unit, ToDoubleFunction<FeedStatus> value) {
        // A weak reference, the default, would let the gauge lose what it looks at.
        Gauge.builder(NAME + what, this, gauges -> gauges.now(value))
                .tag(TAG, feed)
                .baseUnit(unit)
                .strongReference(true)
                .register(registry);
    }

    private double now(ToDoubleFunction<FeedStatus> value) {
        FeedStatus status = status();
        return status == null ? Double.NaN : value.applyAsDouble(status);
    }

    private synchronized @Nullable FeedStatus status() {
        long now = time.nanoTime();
        if (!wasRead || now - readAt >= FRESH.toNanos()) {
            last = ask();
            readAt = now;
            wasRead = true;
        }
        return last;
    }

    private @Nullable FeedStatus ask() {
        try {
            return runner.status();
        } catch (StateException unreachable) {
            return null;
        }
    }
}
