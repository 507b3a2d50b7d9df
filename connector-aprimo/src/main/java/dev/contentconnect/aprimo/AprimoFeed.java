package dev.contentconnect.aprimo;

import static dev.contentconnect.aprimo.AprimoConnector.REFUSED;

import dev.contentconnect.aprimo.api.SearchTerm;
import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.map.EventMapper;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.feed.ListedChange;
import dev.contentconnect.core.feed.OverlapFeed;
import dev.contentconnect.core.feed.OverlapWindow;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetFeed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Polls the index by date of change. Every read goes back by the overlap, for what the index shows late, and leaves out what was
 * handed out before. Deletions do not show there.
 */
final class AprimoFeed implements AssetFeed {
    private static final int REMEMBERED = 4_000;
    private static final Select EVENT = Select.record("title", "masterfilelatestversion");

    private final Library library;
    private final OverlapFeed feed;

    AprimoFeed(Library library) {
        this.library = library;
        this.feed = new OverlapFeed(
                REFUSED,
                "feed.changes",
                library.config.options().time(),
                library.config.overlap(),
                REMEMBERED,
                library.config.feedFrom(),
                ChronoUnit.MILLIS);
    }

    @Override
    public ChangeBatch changes(@Nullable Cursor since, int limit) {
        return feed.listed(since, limit, window -> List.of(since(window)));
    }

    private Paged<ListedChange> since(OverlapWindow window) {
        return library.client
                .search()
                .byChange(
                        SearchTerm.since("ModifiedOn", window.readFrom()),
                        EVENT,
                        Math.min(library.config.options().pageSize(), PagedLists.MAX_SIZE))
                .map(AprimoFeed::change);
    }

    private static ListedChange change(WireRecord one) {
        Instant at = EventMapper.changedAt(one);
        String id = at == null || one.id() == null ? null : EventMapper.id(one.id(), at);
        return EventMapper.toEvent(one)
                .fold(issue -> ListedChange.unreadable(at, id, issue), event -> ListedChange.of(at, id, event));
    }
}
