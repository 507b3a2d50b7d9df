package dev.contentconnect.iconik;

import static dev.contentconnect.iconik.IconikConnector.REFUSED;

import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.feed.ListedChange;
import dev.contentconnect.core.feed.OverlapFeed;
import dev.contentconnect.core.feed.OverlapWindow;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.api.SearchQuery;
import dev.contentconnect.iconik.api.SearchTerm;
import dev.contentconnect.iconik.map.EventMapper;
import dev.contentconnect.iconik.wire.WireHit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Polls the index by time of change, assets and the comments on them, deletions included. Every read goes back by the overlap,
 * for what the index shows late, and leaves out what was handed out before.
 */
final class IconikFeed implements AssetFeed {
    private static final int REMEMBERED = 4_000;
    private static final int PAGE = 500;

    private final Library library;
    private final OverlapFeed feed;

    IconikFeed(Library library) {
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
        List<ObjectType> types = List.of(ObjectType.ASSETS, ObjectType.SEGMENTS);
        SearchQuery query = new SearchQuery(types, null, List.of(), List.of(), PAGE)
                .where(SearchTerm.from("date_modified", window.readFrom().toString()))
                .sortedBy("date_modified", true);
        return library.client.search().find(query).map(IconikFeed::change);
    }

    private static ListedChange change(WireHit hit) {
        if (!EventMapper.isTold(hit)) {
            return ListedChange.NONE;
        }
        Instant at = EventMapper.changedAt(hit);
        String id = at == null || hit.id() == null ? null : EventMapper.id(hit, at);
        return EventMapper.toEvent(hit)
                .fold(issue -> ListedChange.unreadable(at, id, issue), event -> ListedChange.of(at, id, event));
    }
}
