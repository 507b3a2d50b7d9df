package dev.contentconnect.examples.observability;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.observe.FeedListener;
import dev.contentconnect.core.state.StateException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Counts what feeds do. Every meter begins with {@code contentconnect.feed.} and has the tag {@code contentconnect.feed};
 * those of failures say {@code error.type}. Safe for several threads; one for all feeds will do.
 */
public final class FeedMeters implements FeedListener {
    private final MeterRegistry registry;

    /**
     * A listener.
     *
     * @param registry where meters are
     */
    public FeedMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void polled(String feed, int events, List<MappingIssue> issues, Duration took) {
        time("poll", feed, took);
        count("issues", feed, issues.size());
    }

    @Override
    public void accepted(String feed, int fresh, int known) {
        count("accepted", feed, fresh);
        count("known", feed, known);
    }

    @Override
    public void handled(String feed, CaseEvent event, Duration lag, Duration took) {
        time("lag", feed, lag);
        time("handling", feed, took);
    }

    @Override
    public void failed(String feed, CaseEvent event, Throwable cause, Duration wait) {
        countFailure("failed", feed, cause);
    }

    @Override
    public void parked(String feed, String key, CaseEvent event, String reason, Throwable cause) {
        countFailure("put_aside", feed, cause);
    }

    @Override
    public void pollFailed(String feed, RuntimeException cause, Duration wait) {
        countFailure("poll.failed", feed, cause);
    }

    @Override
    public void storeFailed(String feed, StateException cause, Duration wait) {
        countFailure("store.failed", feed, cause);
    }

    @Override
    public void fenced(String feed, String what) {
        count("fenced", feed, 1);
    }

    private void time(String what, String feed, Duration duration) {
        Timer.builder(FeedGauges.NAME + what)
                .tag(FeedGauges.TAG, feed)
                .register(registry)
                .record(duration);
    }

    private void count(String what, String feed, int howMany) {
        registry.counter(FeedGauges.NAME + what, FeedGauges.TAG, feed).increment(howMany);
    }

    private void countFailure(String what, String feed, Throwable cause) {
        registry.counter(FeedGauges.NAME + what, FeedGauges.TAG, feed, "error.type", type(cause))
                .increment();
    }

    private static String type(Throwable cause) {
        if (cause instanceof ConnectorException call) {
            return call.kind().name().toLowerCase(Locale.ROOT);
        }
        return cause instanceof StateException state
                ? "store_" + state.reason().name().toLowerCase(Locale.ROOT)
                : cause.getClass().getName();
    }
}
