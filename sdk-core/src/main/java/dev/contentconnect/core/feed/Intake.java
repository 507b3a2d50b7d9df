package dev.contentconnect.core.feed;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.state.Inbox;
import dev.contentconnect.core.state.Lease;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateTransaction;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes events in: by poll, under a lease so that one host polls, and by push. Both end up in the same inbox, which knows
 * what it has seen. Polling belongs to one thread; pushing and the lease do not.
 */
final class Intake {
    private final FeedOptions options;
    private final TimeSource time;
    private final FeedNotices notices;
    private final Backlog backlog;
    private final Ordering ordering;
    private final Asking asking;
    private volatile @Nullable Lease lease;
    private @Nullable Place place;

    enum Polled {
        /** There is more at once. */
        MORE,
        /** That was all for now. */
        QUIET,
        /** Nobody was asked: enough is waiting. */
        FULL,
        /** Another host polls. */
        ELSEWHERE
    }

    /** From where to go on, and how much there is room for; known to be so when the last transaction ended. */
    private record Place(@Nullable Cursor cursor, long room) {}

    private record Taken(int fresh, Place place) {}

    Intake(FeedOptions options, FeedNotices notices, Backlog backlog) {
        this.options = options;
        this.time = options.time();
        this.notices = notices;
        this.backlog = backlog;
        this.ordering = new Ordering(options.object());
        this.asking = new Asking(options.feed());
    }

    /**
     * Asks the system once and takes in what it gives, in one transaction with the cursor.
     *
     * @throws StateException when the store fails; FENCED or CONFLICT when another host took over meanwhile
     * @throws RuntimeException what the system's feed throws; nothing has moved
     */
    Polled poll(ChangeFeed source) {
        Place from = place;
        // What the last transaction saw counts only for the poll right behind it.
        place = null;
        if (from == null || lease == null) {
            from = options.store().transact(this::prepare);
        }
        if (from == null) {
            return Polled.ELSEWHERE;
        }
        if (from.room() <= 0) {
            return Polled.FULL;
        }
        Cursor cursor = from.cursor();
        long start = time.nanoTime();
        ChangeBatch batch = asking.changes(source, cursor, (int) Math.min(options.batch(), from.room()));
        notices.polled(batch.events().size(), batch.issues(), Duration.ofNanos(time.nanoTime() - start));
        Lease held = lease;
        if (held == null) {
            throw new StateException(StateException.Reason.FENCED, "another host polls " + options.feed(), null);
        }
        List<Inbox.Arrival> arrivals = arrivals(batch.events());
        Taken taken = options.store().transact(t -> {
            t.leases().fence(held);
            Inbox inbox = t.inbox(options.feed());
            // Before they are there: the backlog counts them below.
            long room = backlog.roomForPoll(inbox);
            int fresh = inbox.accept(arrivals);
            if (!batch.next().equals(cursor)) {
                t.moveCursor(options.feed(), cursor, batch.next());
            }
            return new Taken(fresh, new Place(batch.next(), room - fresh));
        });
        came(taken.fresh(), batch.events().size());
        // Who stays where it was has nothing more to tell, whatever it says: it would be asked again and again.
        boolean more = batch.more() && !batch.next().equals(cursor);
        place = more ? taken.place() : null;
        return more ? Polled.MORE : Polled.QUIET;
    }

    PushResult push(List<CaseEvent> events) {
        List<Inbox.Arrival> all = arrivals(events);
        PushResult result = options.store().transact(t -> {
            Inbox inbox = t.inbox(options.feed());
            long room = backlog.room(inbox);
            if (room <= 0) {
                return new PushResult.Full(options.backlogLimit() - room, options.backlogLimit());
            }
            int fresh = inbox.accept(all);
            return new PushResult.Stored(fresh, all.size() - fresh);
        });
        if (result instanceof PushResult.Stored stored) {
            came(stored.fresh(), all.size());
        }
        return result;
    }

    /** Keeps the lease, if there is one. Safe for several threads. */
    void renew(StateTransaction t) {
        Lease held = lease;
        if (held != null && t.leases().renew(held, options.hold()).isEmpty()) {
            lease = null;
        }
    }

    boolean holdsLease() {
        return lease != null;
    }

    /** Ends a poll that is under way, and refuses further ones. */
    void stop() {
        asking.stop();
    }

    /** Lets another host poll. */
    void release() {
        Lease held = lease;
        lease = null;
        place = null;
        if (held != null) {
            options.store().transact(t -> {
                t.leases().release(held);
                return true;
            });
        }
    }

    private @Nullable Place prepare(StateTransaction t) {
        Optional<Lease> got = t.leases().acquire("poll:" + options.feed(), options.worker(), options.hold());
        lease = got.orElse(null);
        if (got.isEmpty()) {
            return null;
        }
        return new Place(t.cursor(options.feed()).orElse(null), backlog.roomForPoll(t.inbox(options.feed())));
    }

    /** Written out before the transaction begins: others wait for its end. */
    private List<Inbox.Arrival> arrivals(List<CaseEvent> events) {
        List<Inbox.Arrival> arrivals = events.stream()
                .map(event -> new Inbox.Arrival(event, ordering.object(event)))
                .toList();
        arrivals.forEach(arrival -> arrival.stored().json());
        return arrivals;
    }

    private void came(int fresh, int all) {
        backlog.came(fresh);
        if (all > 0) {
            notices.accepted(fresh, all - fresh);
        }
    }
}
