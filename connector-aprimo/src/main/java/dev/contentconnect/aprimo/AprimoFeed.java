package dev.contentconnect.aprimo;

import static dev.contentconnect.aprimo.AprimoConnector.REFUSED;

import dev.contentconnect.aprimo.api.SearchTerm;
import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.map.EventMapper;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.feed.OverlapBatch;
import dev.contentconnect.core.feed.OverlapWindow;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Polls the index by date of change. Every read goes back by the overlap, for what the index shows late, and leaves out what was
 * handed out before. Deletions do not show there.
 */
final class AprimoFeed implements AssetFeed {
    private static final String CHANGES = "feed.changes";
    private static final int REMEMBERED = 4_000;
    private static final Select EVENT = Select.record("title", "masterfilelatestversion");

    /** How far the service's clock may be ahead of ours. */
    private static final Duration ODD_CLOCKS = Duration.ofDays(1);

    private final Library library;

    AprimoFeed(Library library) {
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
        Paged<WireRecord> records = library.client
                .search()
                .byChange(
                        SearchTerm.since("ModifiedOn", window.readFrom()),
                        EVENT,
                        Math.min(library.config.options().pageSize(), PagedLists.MAX_SIZE))
                .onIssue(issues::add);
        for (Page<WireRecord> page : records.pages()) {
            OverlapBatch<WireRecord> batch = window.batch(limit);
            page.items().forEach(one -> offer(batch, one, issues));
            if (!batch.items().isEmpty()) {
                List<CaseEvent> events = new ArrayList<>();
                batch.items()
                        .forEach(one ->
                                EventMapper.toEvent(one).peek(events::add).peekLeft(issues::add));
                boolean more = batch.hasMore() || page.next() != null;
                return new ChangeBatch(events, batch.next(now).cursor(), more, issues);
            }
        }
        return new ChangeBatch(List.of(), window.cursor(), false, issues);
    }

    private static void offer(OverlapBatch<WireRecord> batch, WireRecord one, List<MappingIssue> issues) {
        Instant at = EventMapper.changedAt(one);
        if (at == null || one.id() == null) {
            issues.add(new MappingIssue("modifiedOn", "missing or not readable", one.id()));
        } else {
            batch.offer(one, EventMapper.id(one.id(), at), at);
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
