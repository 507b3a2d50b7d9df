package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.feed.ListedChange;
import dev.contentconnect.core.feed.OverlapFeed;
import dev.contentconnect.core.feed.OverlapReading;
import dev.contentconnect.core.feed.OverlapWindow;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.map.EventMapper;
import dev.contentconnect.vip.map.Fields;
import dev.contentconnect.vip.wire.WireComment;
import dev.contentconnect.vip.wire.WireMedia;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Polls the media library by time of change, and then the comments, which change nothing there. WordPress keeps both times in
 * whole seconds. Every read goes back by the overlap and leaves out what was handed out before. Deletions leave no trace.
 */
final class WordpressFeed implements AssetFeed {
    private static final String CHANGES = "feed.changes";
    private static final int REMEMBERED = 2_000;
    private static final Duration FARTHEST_ZONES = Duration.ofHours(26);

    private final Shelf shelf;
    private final OverlapFeed feed;

    WordpressFeed(Shelf shelf) {
        this.shelf = shelf;
        this.feed = new OverlapFeed(
                REFUSED,
                CHANGES,
                shelf.config.options().time(),
                shelf.config.overlap(),
                REMEMBERED,
                shelf.config.feedFrom(),
                ChronoUnit.SECONDS);
    }

    @Override
    public ChangeBatch changes(@Nullable Cursor since, int limit) {
        OverlapFeed.checkLimit(limit);
        FeedPlace place = since == null ? new FeedPlace(feed.start(), feed.start()) : FeedPlace.of(since, feed);
        if (since == null && feed.from() == null) {
            return new ChangeBatch(List.of(), place.cursor(), false, List.of());
        }
        OverlapReading media = feed.read(place.media(), limit, List.of(media(place.media())));
        if (!media.events().isEmpty()) {
            // Comments come when nothing is left here.
            FeedPlace next = new FeedPlace(media.next(), place.comments());
            return new ChangeBatch(media.events(), next.cursor(), true, media.issues());
        }
        OverlapReading comments = feed.read(place.comments(), limit, List.of(comments(place.comments())));
        List<MappingIssue> issues = new ArrayList<>(media.issues());
        issues.addAll(comments.issues());
        FeedPlace next = new FeedPlace(media.next(), comments.next());
        return new ChangeBatch(comments.events(), next.cursor(), media.more() || comments.more(), issues);
    }

    private Paged<ListedChange> media(OverlapWindow window) {
        return shelf.client
                .media()
                .list(WordpressQuery.ALL
                        .with("order", "asc")
                        .with("orderby", "modified")
                        .with("modified_after", after(window)))
                .map(one -> {
                    check(one, window);
                    return change(one);
                });
    }

    /**
     * Before 5.7 WordPress passes over the filter, and everything there is would be told as new. It narrows by local time, which
     * is not that of the change where people have given the site another time zone since.
     */
    private static void check(WireMedia one, OverlapWindow window) {
        Instant at = Fields.date(one.modifiedGmt());
        if (at != null && at.isBefore(window.readFrom().minus(FARTHEST_ZONES))) {
            throw REFUSED.rejected(
                    CHANGES, LocalErrors.DROPPED, "the server did not narrow the list by time of change");
        }
    }

    private Paged<ListedChange> comments(OverlapWindow window) {
        return shelf.client
                .comments()
                .list(WordpressQuery.ALL
                        .with("order", "asc")
                        .with("orderby", "date_gmt")
                        .with("after", after(window)))
                .map(WordpressFeed::change);
    }

    private static ListedChange change(WireMedia one) {
        return change(Fields.date(one.modifiedGmt()), EventMapper.id(one), EventMapper.toEvent(one));
    }

    private static ListedChange change(WireComment one) {
        return change(Fields.date(one.dateGmt()), EventMapper.id(one), EventMapper.toEvent(one));
    }

    private static ListedChange change(@Nullable Instant at, String id, Either<MappingIssue, CaseEvent> made) {
        return made.fold(issue -> ListedChange.unreadable(at, id, issue), event -> ListedChange.of(at, id, event));
    }

    /** The filters leave out the second itself. */
    private static String after(OverlapWindow window) {
        return window.readFrom().minusSeconds(1).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
