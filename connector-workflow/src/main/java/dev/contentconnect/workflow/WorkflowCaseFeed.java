package dev.contentconnect.workflow;

import static dev.contentconnect.workflow.WorkflowConnector.REFUSED;

import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.feed.OverlapFeed;
import dev.contentconnect.core.feed.OverlapWindow;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.CaseFeed;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Polls the history, which may be written late and out of order: every read goes back by the overlap window and leaves out
 * what was handed out before. The window moves with the service's own times; only where a feed without a cursor begins is
 * told by our clock.
 *
 * <p>A stretch of time is read whole before anything of it is handed out, because the order of the history is not
 * documented. Stretches grow over an idle time and shrink where much happened, so that a batch costs in proportion to its
 * limit; memory holds one batch and one page, whatever happens in one moment.
 */
final class WorkflowCaseFeed implements CaseFeed {
    private static final Duration FIRST_STRETCH = Duration.ofHours(1);
    private static final int GROWTH = 10;
    private static final int MOST_IN_A_STRETCH = 1_000;
    private static final int LARGEST_BATCH = 10_000;

    /** How many events are remembered; each takes some 15 characters of the cursor. */
    private static final int MAX_SEEN = 2_000;

    private final CaseFile cases;
    private final OverlapFeed feed;
    private final int mostInAStretch;

    WorkflowCaseFeed(CaseFile cases) {
        this(cases, MAX_SEEN, MOST_IN_A_STRETCH);
    }

    WorkflowCaseFeed(CaseFile cases, int maxSeen, int mostInAStretch) {
        this.cases = cases;
        this.feed = new OverlapFeed(
                REFUSED,
                "feed.changes",
                cases.config.options().time(),
                cases.config.overlap(),
                maxSeen,
                cases.config.feedFrom(),
                ChronoUnit.MILLIS);
        this.mostInAStretch = mostInAStretch;
    }

    @Override
    public ChangeBatch changes(@Nullable Cursor since, int limit) {
        OverlapFeed.checkLimit(limit);
        if (since != null) {
            return step(feed.resume(since), limit).toBatch();
        }
        return feed.from() == null
                ? new ChangeBatch(List.of(), presentEnd().cursor(), false, List.of())
                : step(feed.start(), limit).toBatch();
    }

    /** Takes note of what is there, so that only what shows up from now on is news, at whatever time it happened. */
    private OverlapWindow presentEnd() {
        Instant begin = cases.config.options().time().now().minus(feed.overlap());
        OverlapWindow window = OverlapWindow.startingAt(begin, feed.overlap(), feed.remembered());
        Step step;
        do {
            step = step(window, feed.remembered());
            window = step.next();
        } while (step.more());
        return window;
    }

    private record Step(FreshEvents fresh, OverlapWindow next, boolean more) {
        ChangeBatch toBatch() {
            return new ChangeBatch(fresh.batch.items(), next.cursor(), more, fresh.issues());
        }
    }

    private Step step(OverlapWindow window, int wanted) {
        int limit = Math.min(wanted, LARGEST_BATCH);
        FreshEvents fresh = new FreshEvents(window, limit);
        long start = window.readFrom().toEpochMilli();
        long length =
                Math.max(FIRST_STRETCH.toMillis(), 2 * cases.config.overlap().toMillis());
        boolean tooMuch = false;
        boolean toTheEnd = false;
        while (!toTheEnd && !fresh.batch.hasMore()) {
            long now = cases.config.options().time().now().toEpochMilli();
            // The last stretch is open: the service's clock may be ahead of ours.
            @Nullable Long end = !tooMuch && start + length >= now ? null : Long.valueOf(start + length);
            FreshEvents found = new FreshEvents(window, limit);
            int most = length == 1 ? Integer.MAX_VALUE : Math.max(mostInAStretch, 4 * limit);
            tooMuch = !new FeedSlice(start, end, cases).read(found, most);
            if (tooMuch) {
                length = Math.max(1, length / GROWTH);
            } else {
                fresh.addAll(found);
                toTheEnd = end == null;
                start = end == null ? start : end;
                length = length * GROWTH;
            }
        }
        OverlapWindow next = fresh.batch.next(cases.config.options().time().now());
        return new Step(fresh, next, !toTheEnd || fresh.batch.hasMore());
    }
}
