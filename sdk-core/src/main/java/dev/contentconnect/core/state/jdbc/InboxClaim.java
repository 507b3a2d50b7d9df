package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.state.InboxItem;
import dev.contentconnect.core.state.StoredEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives out items of one feed. */
final class InboxClaim {
    /**
     * Items that are due, of objects of which none is in somebody's hands and no earlier one waits. Twice the time of the
     * transaction.
     */
    private static final String CLAIMABLE =
            " FROM {p}inbox i WHERE i.feed = ? AND i.free_ms <= ? AND NOT EXISTS (SELECT 1"
                    + " FROM {p}inbox b WHERE b.feed = i.feed AND b.object_key = i.object_key AND b.free_ms > ?"
                    + " AND (b.number < i.number OR b.worker <> ''))";

    private final Session session;
    private final String feed;
    private final String feedKey;
    private final long now;

    InboxClaim(Session session, String feed, long now) {
        this.session = session;
        this.feed = feed;
        this.feedKey = Key.value(feed);
        this.now = now;
    }

    List<InboxItem> claim(String worker, int limit, Duration hold) {
        return session.dialect().locksRows() ? claimLocked(worker, limit, hold) : claimAlone(worker, limit, hold);
    }

    /** Reads, then writes: nobody else writes meanwhile, and a file would copy what one statement both changes and tells. */
    private List<InboxItem> claimAlone(String worker, int limit, Duration hold) {
        List<InboxItem> items = session.list(
                "SELECT i.number, i.object_key, i.whole_object, i.event, i.accepted_ms, i.failures, i.first_failed_ms,"
                        + " i.reason, i.claim + 1" + CLAIMABLE + " ORDER BY i.number LIMIT ?",
                this::item,
                feedKey,
                now,
                now,
                limit);
        for (NumberList numbers : NumberList.of(items)) {
            List<@Nullable Object> values = new ArrayList<>();
            values.add(Key.value(worker));
            values.add(Times.end(now, hold));
            values.add(feedKey);
            values.addAll(numbers.values());
            session.update(
                    "UPDATE {p}inbox SET worker = ?, free_ms = ?, claim = claim + 1 WHERE feed = ? AND number IN "
                            + numbers.places(),
                    values.toArray());
        }
        return List.copyOf(items);
    }

    private List<InboxItem> claimLocked(String worker, int limit, Duration hold) {
        long last = lock(limit);
        if (last < 0) {
            return List.of();
        }
        List<InboxItem> items = new ArrayList<>(session.list(
                "UPDATE {p}inbox SET worker = ?, free_ms = ?, claim = claim + 1 WHERE feed = ? AND number IN"
                        + " (SELECT i.number" + CLAIMABLE + " AND i.number <= ? ORDER BY i.number LIMIT ?)"
                        + " RETURNING number, object_key, whole_object, event, accepted_ms, failures, first_failed_ms,"
                        + " reason, claim",
                this::item,
                Key.value(worker),
                Times.end(now, hold),
                feedKey,
                feedKey,
                now,
                now,
                last,
                limit));
        items.sort(Comparator.comparingLong(InboxItem::number));
        return List.copyOf(items);
    }

    /**
     * Makes sure that nobody changes what is about to be given out. The feed's lock holds up other claims. A worker whose
     * claim has run out may still give its items back, or hold them longer: locking the rows waits for that, and the
     * statement after it sees what came of it. Done in one statement, an item could be passed over because it was just
     * given back with a delay, and the next of its object be given out.
     *
     * @return the number of the last item locked, or -1 when there is none
     */
    private long lock(int limit) {
        boolean known = session.first(
                        "SELECT last_number FROM {p}feeds WHERE feed = ? FOR UPDATE", row -> true, feedKey)
                .isPresent();
        if (!known) {
            return -1;
        }
        List<Long> numbers = session.list(
                "SELECT i.number" + CLAIMABLE + " ORDER BY i.number LIMIT ? FOR UPDATE OF i",
                row -> row.number(1),
                feedKey,
                now,
                now,
                limit);
        return numbers.isEmpty() ? -1 : numbers.get(numbers.size() - 1);
    }

    private InboxItem item(Row row) throws SQLException {
        long number = row.number(1);
        Instant firstFailed = row.millisOrNull(7);
        return new InboxItem(
                feed,
                number,
                row.key(2, 3),
                StoredEvent.read(row.text(4), "item " + number + " of feed " + feed),
                row.millis(5),
                Math.toIntExact(row.number(6)),
                firstFailed,
                firstFailed == null ? null : row.textOrNull(8),
                row.number(9));
    }
}
