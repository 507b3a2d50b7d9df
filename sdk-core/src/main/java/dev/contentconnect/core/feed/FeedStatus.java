package dev.contentconnect.core.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a feed is doing.
 *
 * @param feed which feed
 * @param backlog accepted and not handled, on all hosts together
 * @param inFlight being handled by this runner right now
 * @param parked put aside; see {@link FeedRunner#replay}
 * @param lag how long the oldest of the backlog has been waiting; zero when there is none
 * @param handledPerSecond by this runner, over the last minute
 * @param pollFailure why the last poll of this runner failed; null when it went well, or there was none
 */
public record FeedStatus(
        String feed,
        long backlog,
        int inFlight,
        long parked,
        Duration lag,
        double handledPerSecond,
        @Nullable String pollFailure) {}
