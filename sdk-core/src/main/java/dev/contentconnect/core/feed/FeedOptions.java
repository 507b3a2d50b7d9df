package dev.contentconnect.core.feed;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.observe.FeedListener;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a {@link FeedRunner} runs; see its builder for what each means. Checked. */
record FeedOptions(
        String feed,
        StateStore store,
        FeedHandler handler,
        @Nullable ChangeFeed source,
        Duration interval,
        int parallel,
        int batch,
        int backlogLimit,
        int attempts,
        Duration giveUpAfter,
        Duration firstDelay,
        Duration maxDelay,
        RetryPolicy backoff,
        Duration hold,
        Duration lookEvery,
        Duration stopWithin,
        Duration keysKept,
        @Nullable Function<CaseEvent, @Nullable String> object,
        boolean parkedInTrail,
        FeedListener listener,
        TimeSource time,
        String worker) {
    /** Beyond this, more would not make anything faster; and a long inbox is slower than a short one. */
    int enough() {
        return (int) Math.min(backlogLimit, 4L * (parallel + 2L * batch));
    }
}
