package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.TradingGridConnector.REFUSED;

import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.feed.ListedChange;
import dev.contentconnect.core.feed.OverlapFeed;
import dev.contentconnect.core.feed.OverlapWindow;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.tradinggrid.api.LensQuery;
import dev.contentconnect.tradinggrid.map.EventMapper;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Polls Lens by the date of the status, and by that of the acknowledgement, which comes later and need not move the first.
 * Entries change after they arrived, so a window before the cursor is read again and what was told is dropped.
 */
final class TradingGridFeed implements CaseFeed {
    private static final int REMEMBERED = 4_000;

    private final Tracking tracking;
    private final OverlapFeed feed;

    TradingGridFeed(Tracking tracking) {
        this.tracking = tracking;
        TradingGridConfig.Lens lens = tracking.config.lens();
        this.feed = new OverlapFeed(
                REFUSED,
                "feed.changes",
                tracking.config.options().time(),
                lens.overlap(),
                REMEMBERED,
                lens.feedFrom(),
                ChronoUnit.MILLIS);
    }

    @Override
    public ChangeBatch changes(@Nullable Cursor since, int limit) {
        return feed.listed(
                since,
                limit,
                window -> List.of(
                        since(window, "statusdate", limit).map(this::status),
                        since(window, "fastatusdate", limit).map(this::acknowledgement)));
    }

    private Paged<WireEntry> since(OverlapWindow window, String date, int limit) {
        LensQuery query = tracking.everything()
                .within(tracking.since(date, window.readFrom()))
                .sortedBy(date)
                .pages(Math.min(LensQuery.MOST, limit) < LensQuery.MOST - 100 ? limit + 100 : LensQuery.MOST);
        return tracking.client.lens().entries(query);
    }

    private ListedChange status(WireEntry entry) {
        Instant at = EventMapper.changedAt(entry);
        String id = entry.id() == null ? null : EventMapper.statusId(entry, tracking.meaning);
        return EventMapper.toStatusEvent(entry, tracking.meaning)
                .fold(issue -> ListedChange.unreadable(at, id, issue), event -> ListedChange.of(at, id, event));
    }

    private ListedChange acknowledgement(WireEntry entry) {
        if (!EventMapper.isAcknowledged(entry)) {
            return ListedChange.NONE;
        }
        Instant at = EventMapper.acknowledgedAt(entry);
        String id = entry.id() == null ? null : EventMapper.acknowledgementId(entry);
        return EventMapper.toAcknowledgement(entry, tracking.meaning)
                .fold(issue -> ListedChange.unreadable(at, id, issue), event -> ListedChange.of(at, id, event));
    }
}
