package dev.contentconnect.workflow;

import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.CaseFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    private final CaseFile cases;
    private final int maxSeen;
    private final int mostInAStretch;

    WorkflowCaseFeed(CaseFile cases) {
        this(cases, FeedPlace.MAX_SEEN, MOST_IN_A_STRETCH);
    }

    WorkflowCaseFeed(CaseFile cases, int maxSeen, int mostInAStretch) {
        this.cases = cases;
        this.maxSeen = maxSeen;
        this.mostInAStretch = mostInAStretch;
    }

    @Override
    public ChangeBatch changes(@Nullable Cursor since, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more: " + limit);
        }
        Instant begin = cases.config.feedFrom();
        if (since == null && begin == null) {
            return new ChangeBatch(List.of(), presentEnd().cursor(), false, List.of());
        }
        Step step = step(since == null && begin != null ? FeedPlace.startingAt(begin) : place(since), limit);
        return new ChangeBatch(
                step.events(), step.next().cursor(), step.more(), step.fresh().issues());
    }

    private static FeedPlace place(@Nullable Cursor since) {
        try {
            return FeedPlace.of(since);
        } catch (IllegalArgumentException e) {
            throw WorkflowHttp.refused("feed.changes", "not a cursor of this feed");
        }
    }

    /** Takes note of what is there, so that only what shows up from now on is news, at whatever time it happened. */
    private FeedPlace presentEnd() {
        Instant now = cases.config.options().time().now();
        FeedPlace start = FeedPlace.startingAt(now.minus(cases.config.overlap()));
        FeedPlace place = new FeedPlace(now.toEpochMilli(), start.floor(), Map.of());
        Step step;
        do {
            step = step(place, maxSeen);
            place = step.next();
        } while (step.more());
        return place;
    }

    private record Step(List<CaseEvent> events, FeedPlace next, boolean more, FreshEvents fresh) {}

    private Step step(FeedPlace place, int wanted) {
        int limit = Math.min(wanted, LARGEST_BATCH);
        FreshEvents fresh = new FreshEvents(limit + 1);
        long overlap = cases.config.overlap().toMillis();
        long start = place.from(cases.config.overlap());
        long length = Math.max(FIRST_STRETCH.toMillis(), 2 * overlap);
        boolean tooMuch = false;
        boolean toTheEnd = false;
        while (!toTheEnd && fresh.size() <= limit) {
            long now = cases.config.options().time().now().toEpochMilli();
            // The last stretch is open: the service's clock may be ahead of ours.
            @Nullable Long end = !tooMuch && start + length >= now ? null : Long.valueOf(start + length);
            FreshEvents found = new FreshEvents(limit + 1);
            int most = length == 1 ? Integer.MAX_VALUE : Math.max(mostInAStretch, 4 * limit);
            tooMuch = !new FeedSlice(start, end, place, cases).read(found, most);
            if (tooMuch) {
                length = Math.max(1, length / GROWTH);
            } else {
                fresh.addAll(found);
                toTheEnd = end == null;
                start = end == null ? start : end;
                length = length * GROWTH;
            }
        }
        List<Map.Entry<FeedPlace.Mark, CaseEvent>> handed = fresh.first(limit);
        return new Step(
                handed.stream().map(Map.Entry::getValue).toList(),
                place.after(handed.stream().map(Map.Entry::getKey).toList(), maxSeen),
                !toTheEnd || fresh.size() > limit,
                fresh);
    }
}
