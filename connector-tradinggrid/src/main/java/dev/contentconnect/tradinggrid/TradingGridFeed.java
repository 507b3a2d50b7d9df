package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.TradingGridConnector.REFUSED;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.feed.OverlapBatch;
import dev.contentconnect.core.feed.OverlapWindow;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.tradinggrid.api.LensQuery;
import dev.contentconnect.tradinggrid.map.EventMapper;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Polls Lens by the date of the status, and by that of the acknowledgement, which comes later and need not move the first.
 * Entries change after they arrived, so a window before the cursor is read again and what was told is dropped.
 */
final class TradingGridFeed implements CaseFeed {
    private static final String CHANGES = "feed.changes";
    private static final int REMEMBERED = 4_000;

    private final Tracking tracking;

    TradingGridFeed(Tracking tracking) {
        this.tracking = tracking;
    }

    /** An entry as one of the two lists tells it. */
    private record Told(WireEntry entry, boolean acknowledgement, Instant at) {
        String id(Tracking tracking) {
            return acknowledgement
                    ? EventMapper.acknowledgementId(entry)
                    : EventMapper.statusId(entry, tracking.meaning);
        }

        Either<MappingIssue, CaseEvent> event(Tracking tracking) {
            return acknowledgement
                    ? EventMapper.toAcknowledgement(entry, tracking.meaning)
                    : EventMapper.toStatusEvent(entry, tracking.meaning);
        }
    }

    @Override
    public ChangeBatch changes(@Nullable Cursor since, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more: " + limit);
        }
        TradingGridConfig.Lens lens = tracking.config.lens();
        Instant from = lens.feedFrom();
        if (since == null && from == null) {
            OverlapWindow begin =
                    OverlapWindow.startingAt(tracking.config.options().time().now(), lens.overlap(), REMEMBERED);
            return new ChangeBatch(List.of(), begin.cursor(), false, List.of());
        }
        OverlapWindow window = since != null
                ? window(since)
                : OverlapWindow.startingAt(from == null ? Instant.EPOCH : from, lens.overlap(), REMEMBERED);
        return read(window, limit);
    }

    private OverlapWindow window(Cursor since) {
        try {
            return OverlapWindow.resume(since, tracking.config.lens().overlap(), REMEMBERED);
        } catch (IllegalArgumentException e) {
            throw REFUSED.rejected(CHANGES, null, "not a cursor of this feed");
        }
    }

    private ChangeBatch read(OverlapWindow window, int limit) {
        List<MappingIssue> issues = new ArrayList<>();
        Lane statuses = new Lane("statusdate", false, any -> true, window, limit, issues);
        Lane acknowledgements = new Lane("fastatusdate", true, EventMapper::isAcknowledged, window, limit, issues);
        OverlapBatch<Told> batch = window.batch(limit);
        // Both are in the order of time, so nothing that comes later can belong before what the batch holds; but what
        // happened in the same moment can, because the window orders that in its own way.
        Instant enough = Instant.MAX;
        for (Told next = first(statuses, acknowledgements);
                next != null && !next.at().isAfter(enough);
                next = first(statuses, acknowledgements)) {
            batch.offer(next, next.id(tracking), next.at());
            if (batch.hasMore() && enough.equals(Instant.MAX)) {
                enough = next.at().truncatedTo(ChronoUnit.MILLIS).plusNanos(999_999);
            }
        }
        List<CaseEvent> events = new ArrayList<>();
        batch.items().forEach(told -> told.event(tracking).peek(events::add).peekLeft(issues::add));
        Instant now = tracking.config.options().time().now().plus(Tracking.ODD_CLOCKS);
        return new ChangeBatch(events, batch.next(now).cursor(), batch.hasMore(), issues);
    }

    private static @Nullable Told first(Lane one, Lane other) {
        Told left = one.peek();
        Told right = other.peek();
        if (left == null || (right != null && right.at().isBefore(left.at()))) {
            return other.take();
        }
        return one.take();
    }

    /** One of the two lists, read as far as it is needed. */
    private final class Lane {
        private final boolean acknowledgement;
        private final Predicate<WireEntry> told;
        private final List<MappingIssue> issues;
        private final Iterator<WireEntry> entries;
        private @Nullable Told next;

        Lane(
                String date,
                boolean acknowledgement,
                Predicate<WireEntry> told,
                OverlapWindow window,
                int limit,
                List<MappingIssue> issues) {
            this.acknowledgement = acknowledgement;
            this.told = told;
            this.issues = issues;
            LensQuery query = tracking.everything()
                    .within(tracking.since(date, window.readFrom()))
                    .sortedBy(date)
                    .pages(Math.min(LensQuery.MOST, limit) < LensQuery.MOST - 100 ? limit + 100 : LensQuery.MOST);
            this.entries =
                    tracking.client.lens().entries(query).onIssue(issues::add).iterator();
        }

        @Nullable Told peek() {
            while (next == null && entries.hasNext()) {
                WireEntry entry = entries.next();
                Instant at = acknowledgement ? EventMapper.acknowledgedAt(entry) : EventMapper.changedAt(entry);
                if (!told.test(entry)) {
                    continue;
                }
                if (at == null || entry.id() == null) {
                    issues.add(new MappingIssue("statusdate", "is missing or not readable", entry.id()));
                } else {
                    next = new Told(entry, acknowledgement, at);
                }
            }
            return next;
        }

        @Nullable Told take() {
            Told out = peek();
            next = null;
            return out;
        }
    }
}
