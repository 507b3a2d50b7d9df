package dev.contentconnect.vip;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.feed.OverlapBatch;
import dev.contentconnect.core.feed.OverlapWindow;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.map.EventMapper;
import dev.contentconnect.vip.map.Fields;
import dev.contentconnect.vip.wire.WireMedia;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Polls the media library by time of change, which WordPress keeps in whole seconds. Every read goes back by the overlap and
 * leaves out what was handed out before. Deletions and comments leave no trace there.
 */
final class WordpressFeed implements AssetFeed {
    private static final String CHANGES = "feed.changes";
    private static final int REMEMBERED = 2_000;

    /** How far the server's clock may be ahead of ours. */
    private static final Duration ODD_CLOCKS = Duration.ofDays(1);

    private final Shelf shelf;

    WordpressFeed(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public ChangeBatch changes(@Nullable Cursor since, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more: " + limit);
        }
        Duration overlap = shelf.config.overlap();
        Instant now = shelf.config.options().time().now();
        if (since == null && shelf.config.feedFrom() == null) {
            // The server cuts times to the second, so the present begins with the second.
            Instant start = now.truncatedTo(ChronoUnit.SECONDS);
            Cursor begin = OverlapWindow.startingAt(start, overlap, REMEMBERED).cursor();
            return new ChangeBatch(List.of(), begin, false, List.of());
        }
        OverlapWindow window = window(since, overlap);
        // The filter leaves out the second itself.
        WordpressQuery query = WordpressQuery.ALL
                .with("orderby", "modified")
                .with("order", "asc")
                .with(
                        "modified_after",
                        window.readFrom()
                                .minusSeconds(1)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
        List<MappingIssue> issues = new ArrayList<>();
        for (Page<WireMedia> page : shelf.client.media().list(query).pages()) {
            issues.addAll(page.issues());
            OverlapBatch<WireMedia> batch = window.batch(limit);
            page.items().forEach(one -> offer(batch, one, issues));
            if (!batch.items().isEmpty()) {
                boolean more = batch.hasMore() || page.next() != null;
                return batch(batch.items(), batch.next(now.plus(ODD_CLOCKS)).cursor(), more, issues);
            }
        }
        return new ChangeBatch(List.of(), window.cursor(), false, issues);
    }

    private static void offer(OverlapBatch<WireMedia> batch, WireMedia media, List<MappingIssue> issues) {
        Instant at = Fields.date(media.modifiedGmt());
        if (at == null) {
            issues.add(new MappingIssue("modified_gmt", "missing or not readable", Long.toString(media.id())));
        } else {
            batch.offer(media, EventMapper.id(media), at);
        }
    }

    private static ChangeBatch batch(List<WireMedia> fresh, Cursor next, boolean more, List<MappingIssue> issues) {
        List<CaseEvent> events = new ArrayList<>();
        List<MappingIssue> all = new ArrayList<>(issues);
        fresh.forEach(one -> EventMapper.toEvent(one).peek(events::add).peekLeft(all::add));
        return new ChangeBatch(events, next, more, all);
    }

    private OverlapWindow window(@Nullable Cursor since, Duration overlap) {
        if (since == null) {
            return OverlapWindow.startingAt(Objects.requireNonNull(shelf.config.feedFrom()), overlap, REMEMBERED);
        }
        try {
            return OverlapWindow.resume(since, overlap, REMEMBERED);
        } catch (IllegalArgumentException e) {
            throw Refused.rejected(CHANGES, null, "not a cursor of this feed");
        }
    }
}
