package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.feed.OverlapBatch;
import dev.contentconnect.core.feed.OverlapWindow;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Polls the media library by time of change, and then the comments, which change nothing there. WordPress keeps both times in
 * whole seconds. Every read goes back by the overlap and leaves out what was handed out before. Deletions leave no trace.
 */
final class WordpressFeed implements AssetFeed {
    private static final String CHANGES = "feed.changes";

    /** How far the server's clock may be ahead of ours. */
    private static final Duration ODD_CLOCKS = Duration.ofDays(1);

    private final Shelf shelf;

    WordpressFeed(Shelf shelf) {
        this.shelf = shelf;
    }

    /** What can be polled: how it is told apart, when it happened, and what it means. */
    private record Source<T>(
            Function<T, String> id,
            Function<T, @Nullable String> time,
            Function<T, Either<MappingIssue, CaseEvent>> event) {}

    private static final Source<WireMedia> MEDIA =
            new Source<>(EventMapper::id, WireMedia::modifiedGmt, EventMapper::toEvent);
    private static final Source<WireComment> COMMENTS =
            new Source<>(EventMapper::id, WireComment::dateGmt, EventMapper::toEvent);

    @Override
    public ChangeBatch changes(@Nullable Cursor since, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more: " + limit);
        }
        Instant from = shelf.config.feedFrom();
        if (since == null && from == null) {
            // The server cuts times to the second, so the present begins with the second.
            Instant start = shelf.config.options().time().now().truncatedTo(ChronoUnit.SECONDS);
            Cursor begin = FeedPlace.startingAt(start, shelf.config.overlap()).cursor();
            return new ChangeBatch(List.of(), begin, false, List.of());
        }
        FeedPlace place = since != null
                ? place(since)
                : FeedPlace.startingAt(from == null ? Instant.EPOCH : from, shelf.config.overlap());
        WordpressQuery ascending = WordpressQuery.ALL.with("order", "asc");
        Step media = read(
                MEDIA,
                place.media(),
                shelf.client
                        .media()
                        .list(ascending.with("orderby", "modified").with("modified_after", after(place.media()))),
                limit);
        if (!media.events().isEmpty()) {
            // Comments come when nothing is left here.
            FeedPlace next = new FeedPlace(media.next(), place.comments());
            return new ChangeBatch(media.events(), next.cursor(), true, media.issues());
        }
        Step comments = read(
                COMMENTS,
                place.comments(),
                shelf.client
                        .comments()
                        .list(ascending.with("orderby", "date_gmt").with("after", after(place.comments()))),
                limit);
        List<MappingIssue> issues = new ArrayList<>(media.issues());
        issues.addAll(comments.issues());
        FeedPlace next = new FeedPlace(media.next(), comments.next());
        return new ChangeBatch(comments.events(), next.cursor(), comments.more(), issues);
    }

    /** The filters leave out the second itself. */
    private static String after(OverlapWindow window) {
        return window.readFrom().minusSeconds(1).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private record Step(List<CaseEvent> events, OverlapWindow next, boolean more, List<MappingIssue> issues) {}

    private <T> Step read(Source<T> source, OverlapWindow window, Paged<T> list, int limit) {
        Instant now = shelf.config.options().time().now().plus(ODD_CLOCKS);
        List<MappingIssue> issues = new ArrayList<>();
        for (Page<T> page : list.onIssue(issues::add).pages()) {
            OverlapBatch<T> batch = window.batch(limit);
            page.items().forEach(one -> offer(source, batch, one, issues));
            if (!batch.items().isEmpty()) {
                List<CaseEvent> events = new ArrayList<>();
                batch.items()
                        .forEach(one ->
                                source.event().apply(one).peek(events::add).peekLeft(issues::add));
                return new Step(events, batch.next(now), batch.hasMore() || page.next() != null, issues);
            }
        }
        return new Step(List.of(), window, false, issues);
    }

    private static <T> void offer(Source<T> source, OverlapBatch<T> batch, T item, List<MappingIssue> issues) {
        Instant at = Fields.date(source.time().apply(item));
        if (at == null) {
            issues.add(new MappingIssue(
                    "date", "missing or not readable", source.id().apply(item)));
        } else {
            batch.offer(item, source.id().apply(item), at);
        }
    }

    private FeedPlace place(Cursor since) {
        try {
            return FeedPlace.of(since, shelf.config.overlap());
        } catch (IllegalArgumentException e) {
            throw REFUSED.rejected(CHANGES, null, "not a cursor of this feed");
        }
    }
}
