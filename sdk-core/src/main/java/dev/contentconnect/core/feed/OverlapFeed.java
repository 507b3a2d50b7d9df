package dev.contentconnect.core.feed;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What feeds have in common that poll lists by time of change: where they begin, what a cursor of theirs is, and how much of
 * a list is read before anything is handed out. Immutable and safe for several threads; the network is touched by what it is
 * given to read.
 *
 * @param errors refuses a cursor of another feed, under the system's name
 * @param operation what is attempted, for error messages, such as {@code feed.changes}
 * @param time tells the present
 * @param overlap how much of the past is read again
 * @param remembered how many changes of the overlap are remembered; each takes some 15 characters of the cursor
 * @param from where a feed without a cursor begins; null for the present
 * @param grain how finely the system tells times; the present is cut to it, since a change of this very moment is dated so
 */
public record OverlapFeed(
        LocalErrors errors,
        String operation,
        TimeSource time,
        Duration overlap,
        int remembered,
        @Nullable Instant from,
        ChronoUnit grain) {
    /**
     * The next changes of a feed whose cursor is one window.
     *
     * @param since what the last batch gave; null to begin, where nothing is read if that is at the present
     * @param limit the most events wanted, 1 or more
     * @param reader reads from the window on
     * @return events and the next cursor
     * @throws ConnectorException Rejected when {@code since} is not a cursor of this feed, and what the reader throws
     */
    public ChangeBatch changes(@Nullable Cursor since, int limit, Function<OverlapWindow, OverlapReading> reader) {
        checkLimit(limit);
        OverlapWindow window = since == null ? start() : resume(since);
        return since == null && from == null
                ? new ChangeBatch(List.of(), window.cursor(), false, List.of())
                : reader.apply(window).toBatch();
    }

    /**
     * The next changes of a feed that is made of lists and nothing else.
     *
     * @param since what the last batch gave; null to begin, where nothing is read if that is at the present
     * @param limit the most events wanted, 1 or more
     * @param lists what happened since {@link OverlapWindow#readFrom()}, each list in the order of time
     * @return events and the next cursor
     * @throws ConnectorException Rejected when {@code since} is not a cursor of this feed, and what reading throws
     */
    public ChangeBatch listed(
            @Nullable Cursor since, int limit, Function<OverlapWindow, List<Paged<ListedChange>>> lists) {
        return changes(since, limit, window -> read(window, limit, lists.apply(window)));
    }

    /**
     * Checks a limit.
     *
     * @param limit the most events wanted
     * @throws IllegalArgumentException when it is less than 1
     */
    public static void checkLimit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more: " + limit);
        }
    }

    /**
     * The window of a feed that begins.
     *
     * @return one that has seen nothing, from {@code from} or the present on
     */
    public OverlapWindow start() {
        Instant begin = from == null ? time.now().truncatedTo(grain) : from;
        return OverlapWindow.startingAt(begin, overlap, remembered);
    }

    /**
     * The window of a feed that goes on.
     *
     * @param since the cursor of a window
     * @return the window
     * @throws ConnectorException Rejected when it is none
     */
    public OverlapWindow resume(Cursor since) {
        try {
            return OverlapWindow.resume(since, overlap, remembered).asOf(time.now());
        } catch (IllegalArgumentException e) {
            throw errors.rejected(operation, null, "not a cursor of this feed");
        }
    }

    /**
     * Reads lists that are in the order of time, the oldest first, each from the beginning of the window on. They are read
     * until there is enough to hand out and the moment of the last change is over in each of them: within one moment
     * the order of the lists is another than the window's. However many changes share a moment, memory holds the batch and
     * one page of each list.
     *
     * @param window where to go on
     * @param limit the most events wanted, 1 or more
     * @param lists what happened since {@link OverlapWindow#readFrom()}
     * @return events, and the window after them; the issues are those of the changes and of the pages of the lists
     *     ({@link dev.contentconnect.core.page.Page#issues()}), and of more than 1,000 the last only counts the others
     */
    public OverlapReading read(OverlapWindow window, int limit, List<Paged<ListedChange>> lists) {
        Issues issues = new Issues();
        OverlapBatch<ListedChange> batch = window.batch(limit);
        new TimeOrder(lists, issues).into(batch);
        List<CaseEvent> events = new ArrayList<>();
        for (ListedChange change : batch.items()) {
            CaseEvent event = change.event();
            MappingIssue issue = change.issue();
            if (event != null) {
                events.add(event);
            } else if (issue != null) {
                issues.add(issue);
            }
        }
        return reading(batch, events, issues.all());
    }

    /**
     * What was read whole, in any order.
     *
     * @param batch all that happened since {@link OverlapWindow#readFrom()} was offered to it
     * @param issues what could not be understood
     * @return the batch, and the window after it
     */
    public OverlapReading read(OverlapBatch<CaseEvent> batch, List<MappingIssue> issues) {
        return reading(batch, batch.items(), issues);
    }

    private OverlapReading reading(OverlapBatch<?> batch, List<CaseEvent> events, List<MappingIssue> issues) {
        OverlapWindow next = batch.next(time.now());
        List<MappingIssue> all = new ArrayList<>(issues);
        if (next.forgotAheadOf(batch.window())) {
            all.add(MappingIssue.of(
                    "dates",
                    "more changes are dated ahead of the present than can be remembered: what else shows up among them"
                            + " is told when its date has come"));
        }
        return new OverlapReading(events, next, batch.hasMore(), all);
    }
}
