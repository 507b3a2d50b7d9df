package dev.contentconnect.iconik;

import static dev.contentconnect.iconik.IconikConnector.REFUSED;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.feed.OverlapBatch;
import dev.contentconnect.core.feed.OverlapWindow;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.api.SearchQuery;
import dev.contentconnect.iconik.api.SearchTerm;
import dev.contentconnect.iconik.map.EventMapper;
import dev.contentconnect.iconik.wire.WireHit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Polls the index by time of change, assets and the comments on them, deletions included. Every read goes back by the overlap,
 * for what the index shows late, and leaves out what was handed out before.
 */
final class IconikFeed implements AssetFeed {
    private static final String CHANGES = "feed.changes";
    private static final int REMEMBERED = 4_000;

    /** How far the service's clock may be ahead of ours. */
    private static final Duration ODD_CLOCKS = Duration.ofDays(1);

    private final Library library;

    IconikFeed(Library library) {
        this.library = library;
    }

    @Override
    public ChangeBatch changes(@Nullable Cursor since, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more: " + limit);
        }
        Instant from = library.config.feedFrom();
        if (since == null && from == null) {
            OverlapWindow begin = OverlapWindow.startingAt(
                    library.config.options().time().now(), library.config.overlap(), REMEMBERED);
            return new ChangeBatch(List.of(), begin.cursor(), false, List.of());
        }
        OverlapWindow window = since != null
                ? window(since)
                : OverlapWindow.startingAt(from == null ? Instant.EPOCH : from, library.config.overlap(), REMEMBERED);
        return read(window, limit);
    }

    private ChangeBatch read(OverlapWindow window, int limit) {
        Instant now = library.config.options().time().now().plus(ODD_CLOCKS);
        List<MappingIssue> issues = new ArrayList<>();
        List<ObjectType> types = List.of(ObjectType.ASSETS, ObjectType.SEGMENTS);
        SearchQuery query = new SearchQuery(types, null, List.of(), List.of(), 500)
                .where(SearchTerm.from("date_modified", window.readFrom().toString()))
                .sortedBy("date_modified", true);
        Paged<WireHit> hits = library.client.search().find(query).onIssue(issues::add);
        for (Page<WireHit> page : hits.pages()) {
            OverlapBatch<WireHit> batch = window.batch(limit);
            page.items().forEach(hit -> offer(batch, hit, issues));
            if (!batch.items().isEmpty()) {
                List<CaseEvent> events = new ArrayList<>();
                batch.items()
                        .forEach(hit ->
                                EventMapper.toEvent(hit).peek(events::add).peekLeft(issues::add));
                boolean more = batch.hasMore() || page.next() != null;
                return new ChangeBatch(events, batch.next(now).cursor(), more, issues);
            }
        }
        return new ChangeBatch(List.of(), window.cursor(), false, issues);
    }

    private static void offer(OverlapBatch<WireHit> batch, WireHit hit, List<MappingIssue> issues) {
        if (!EventMapper.isTold(hit)) {
            return;
        }
        Instant at = EventMapper.changedAt(hit);
        if (at == null || hit.id() == null) {
            issues.add(new MappingIssue("date_modified", "missing or not readable", hit.id()));
        } else {
            batch.offer(hit, EventMapper.id(hit, at), at);
        }
    }

    private OverlapWindow window(Cursor since) {
        try {
            return OverlapWindow.resume(since, library.config.overlap(), REMEMBERED);
        } catch (IllegalArgumentException e) {
            throw REFUSED.rejected(CHANGES, null, "not a cursor of this feed");
        }
    }
}
