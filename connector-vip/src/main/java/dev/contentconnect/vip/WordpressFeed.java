package dev.contentconnect.vip;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.feed.ChangeBatch;
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
            List<WireMedia> readable = page.items().stream()
                    .filter(one -> Fields.date(one.modifiedGmt()) != null)
                    .toList();
            OverlapWindow.Sifted<WireMedia> sifted = sift(window, readable, now);
            if (!sifted.fresh().isEmpty()) {
                boolean cut = sifted.fresh().size() > limit;
                if (cut) {
                    WireMedia last = sifted.fresh().get(limit - 1);
                    sifted = sift(window, readable.subList(0, readable.indexOf(last) + 1), now);
                }
                boolean more = cut || page.next() != null;
                return batch(sifted, more, issues);
            }
        }
        return new ChangeBatch(List.of(), window.cursor(), false, issues);
    }

    private static OverlapWindow.Sifted<WireMedia> sift(OverlapWindow window, List<WireMedia> items, Instant now) {
        return window.sift(
                items,
                EventMapper::id,
                one -> Objects.requireNonNull(Fields.date(one.modifiedGmt())),
                now.plus(Duration.ofDays(1)));
    }

    private static ChangeBatch batch(OverlapWindow.Sifted<WireMedia> sifted, boolean more, List<MappingIssue> issues) {
        List<CaseEvent> events = new ArrayList<>();
        List<MappingIssue> all = new ArrayList<>(issues);
        sifted.fresh().forEach(one -> EventMapper.toEvent(one).peek(events::add).peekLeft(all::add));
        return new ChangeBatch(events, sifted.next().cursor(), more, all);
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
