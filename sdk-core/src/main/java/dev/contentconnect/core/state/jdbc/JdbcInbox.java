package dev.contentconnect.core.state.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.state.Inbox;
import dev.contentconnect.core.state.InboxItem;
import dev.contentconnect.core.state.InboxStatus;
import dev.contentconnect.core.state.ParkedItem;
import dev.contentconnect.core.state.StateException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The inbox of one feed. What is accepted or done is held back and written together, at the latest at the end of the
 * transaction: numbers are given out under a lock of the feed, which other workers then wait for.
 */
final class JdbcInbox implements Inbox {
    private static final int MAX_HELD = 256;

    /**
     * Under this claim, and in somebody's hands. Asked by its length, since {@code worker <> ''} would let PostgreSQL go
     * through all that is held (inbox_by_worker) for each single item, which it does when it last counted few.
     */
    private static final String STILL_HELD = " AND claim = ? AND length(worker) > 0";

    private final JdbcTransaction transaction;
    private final Session session;
    private final String feed;
    private final String feedKey;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<InboxItem> done = new ArrayList<>();

    JdbcInbox(JdbcTransaction transaction, String feed) {
        this.transaction = transaction;
        this.session = transaction.session();
        this.feed = feed;
        this.feedKey = Key.value(feed);
    }

    @Override
    public boolean accept(CaseEvent event, String object) {
        if (object.isBlank()) {
            throw new IllegalArgumentException("an item is about an object");
        }
        boolean fresh = transaction.claimKey(feed, InboxItem.key(event), Instant.ofEpochMilli(transaction.now()));
        if (fresh) {
            add(new Arrival(event, object));
        }
        return fresh;
    }

    @Override
    public int accept(List<Arrival> some) {
        Set<String> fresh = new HashSet<>();
        for (int from = 0; from < some.size(); from += MAX_HELD) {
            fresh.addAll(freshKeys(some.subList(from, Math.min(some.size(), from + MAX_HELD))));
        }
        int count = 0;
        for (Arrival each : some) {
            // Only the first of those with the same key.
            if (fresh.remove(Key.value(InboxItem.key(each.event())))) {
                add(each);
                count++;
            }
        }
        return count;
    }

    /** In one statement: a round trip for each event would cost more than everything else. */
    private List<String> freshKeys(List<Arrival> some) {
        List<@Nullable Object> values = new ArrayList<>(some.size() + 2);
        values.add(feedKey);
        values.add(transaction.now());
        for (Arrival each : some) {
            values.add(Key.value(InboxItem.key(each.event())));
        }
        return session.list(
                "INSERT INTO {p}keys (scope, happening, at_ms) SELECT ?, v.column1, ? FROM (VALUES (?)"
                        + ", (?)".repeat(some.size() - 1)
                        + ") AS v WHERE true ON CONFLICT (scope, happening) DO NOTHING RETURNING happening",
                row -> row.text(1),
                values.toArray());
    }

    private void add(Arrival arrival) {
        arrivals.add(arrival);
        if (arrivals.size() >= MAX_HELD) {
            flushArrivals();
        }
    }

    void flush() {
        flushDone();
        flushArrivals();
    }

    private void flushArrivals() {
        if (arrivals.isEmpty()) {
            return;
        }
        long last = session.first(
                        "INSERT INTO {p}feeds AS f (feed, last_number) VALUES (?, ?) ON CONFLICT (feed)"
                                + " DO UPDATE SET last_number = f.last_number + excluded.last_number"
                                + " RETURNING last_number",
                        row -> row.number(1),
                        feedKey,
                        arrivals.size())
                .orElseThrow();
        // In one statement, and what all have in common once: to hand a value to the database is what most of this
        // costs.
        List<@Nullable Object> values = new ArrayList<>(4 + 3 * arrivals.size());
        values.add(feedKey);
        values.add(last - arrivals.size());
        values.add(transaction.now());
        values.add(transaction.now());
        StringJoiner rows = new StringJoiner(", ");
        int place = 0;
        for (Arrival each : arrivals) {
            Key object = Key.of(each.object());
            values.add(object.value());
            values.add(object.whole());
            values.add(each.stored().json());
            rows.add("(" + ++place + ", ?, ?, ?)");
        }
        arrivals.clear();
        session.update(
                "INSERT INTO {p}inbox (feed, number, object_key, whole_object, event, accepted_ms, failures, claim, worker,"
                        + " free_ms) SELECT ?, ? + v.column1, v.column2, v.column3, v.column4, ?, 0, 0, '', ? FROM (VALUES "
                        + rows + ") AS v",
                values.toArray());
    }

    @Override
    public List<InboxItem> claim(String worker, int limit, Duration hold) {
        if (worker.isBlank() || limit < 1 || hold.isNegative() || hold.isZero()) {
            throw new IllegalArgumentException("a claim has a worker, a limit of 1 or more and a time to hold");
        }
        flush();
        return new InboxClaim(session, feed, transaction.now()).claim(worker, limit, hold);
    }

    @Override
    public int extend(String worker, Duration hold) {
        flush();
        return session.update(
                "UPDATE {p}inbox SET free_ms = ? WHERE feed = ? AND worker = ?",
                Times.end(transaction.now(), hold),
                feedKey,
                Key.value(worker));
    }

    @Override
    public void done(InboxItem item) {
        session.requireSound();
        done.add(item);
        if (done.size() >= MAX_HELD) {
            flushDone();
        }
    }

    private void flushDone() {
        if (done.isEmpty()) {
            return;
        }
        if (session.dialect().locksRows()) {
            deleteEach();
        } else {
            done.stream().collect(groupingBy(InboxItem::claim)).values().forEach(this::deleteAll);
        }
        done.clear();
    }

    /** A server takes a batch in one round trip, and would now and then go through the whole table for a list. */
    private void deleteEach() {
        List<@Nullable Object[]> rows = new ArrayList<>(done.size());
        for (InboxItem item : done) {
            rows.add(new @Nullable Object[] {feedKey, item.number(), item.claim()});
        }
        int[] deleted = session.batch("DELETE FROM {p}inbox WHERE feed = ? AND number = ?" + STILL_HELD, rows);
        for (int i = 0; i < deleted.length; i++) {
            requireHeld(deleted[i] == 1, done.get(i));
        }
    }

    /** In a file each statement costs more than what it deletes. */
    private void deleteAll(List<InboxItem> sameClaim) {
        int deleted = 0;
        for (NumberList numbers : NumberList.of(sameClaim)) {
            List<@Nullable Object> values = new ArrayList<>();
            values.add(feedKey);
            values.addAll(numbers.values());
            values.add(sameClaim.get(0).claim());
            deleted += session.update(
                    "DELETE FROM {p}inbox WHERE feed = ? AND number IN " + numbers.places() + STILL_HELD,
                    values.toArray());
        }
        if (deleted < sameClaim.size()) {
            String keys = sameClaim.stream().map(InboxItem::key).collect(joining(", "));
            String which = sameClaim.size() == 1 ? "item " + keys : "one of the items " + keys;
            throw session.lose(Reason.FENCED, which + " of feed " + feed + " is in other hands");
        }
    }

    @Override
    public void release(InboxItem item, int failures, Duration delay, @Nullable String reason) {
        flush();
        long now = transaction.now();
        int released = session.update(
                "UPDATE {p}inbox SET worker = '', free_ms = ?, failures = ?,"
                        + " first_failed_ms = coalesce(first_failed_ms, ?), reason = coalesce(?, reason)"
                        + " WHERE feed = ? AND number = ?" + STILL_HELD,
                Times.end(now, delay),
                failures,
                reason == null ? null : now,
                reason,
                feedKey,
                item.number(),
                item.claim());
        requireHeld(released == 1, item);
    }

    @Override
    public void park(InboxItem item, String reason) {
        flush();
        Instant now = Instant.ofEpochMilli(transaction.now());
        Optional<ParkedItem> parked = session.first(
                "DELETE FROM {p}inbox WHERE feed = ? AND number = ?" + STILL_HELD
                        + " RETURNING object_key, whole_object, event, failures, first_failed_ms",
                row -> {
                    @Nullable Instant first = row.millisOrNull(5);
                    return new ParkedItem(
                            feed,
                            item.key(),
                            row.key(1, 2),
                            row.text(3),
                            reason,
                            Math.toIntExact(row.number(4)) + 1,
                            first == null ? now : first,
                            now);
                },
                feedKey,
                item.number(),
                item.claim());
        requireHeld(parked.isPresent(), item);
        parked.ifPresent(transaction::park);
    }

    private void requireHeld(boolean held, InboxItem item) {
        if (!held) {
            throw session.lose(Reason.FENCED, "item " + item.key() + " of feed " + feed + " is in other hands");
        }
    }

    @Override
    public boolean replay(String key) {
        flush();
        String lock = session.dialect().locksRows() ? " FOR UPDATE" : "";
        Optional<ParkedItem> parked = session.first(
                "SELECT item_key, whole_key, object, payload, reason, attempts, first_failed_at, last_failed_at"
                        + " FROM {p}parked WHERE feed = ? AND item_key = ?" + lock,
                row -> JdbcView.parked(feed, row),
                feedKey,
                Key.value(key));
        parked.ifPresent(item -> {
            add(new Arrival(item.event(), item.object()));
            transaction.unpark(feed, key);
        });
        return parked.isPresent();
    }

    @Override
    public InboxStatus status() {
        flush();
        return session.first(
                        "SELECT count(*), coalesce(sum(CASE WHEN worker <> '' AND free_ms > ? THEN 1 ELSE 0 END), 0),"
                                + " (SELECT count(*) FROM {p}parked WHERE feed = ?), min(accepted_ms)"
                                + " FROM {p}inbox WHERE feed = ?",
                        row -> new InboxStatus(
                                row.number(1) - row.number(2), row.number(2), row.number(3), row.millisOrNull(4)),
                        transaction.now(),
                        feedKey,
                        feedKey)
                .orElseThrow();
    }
}
