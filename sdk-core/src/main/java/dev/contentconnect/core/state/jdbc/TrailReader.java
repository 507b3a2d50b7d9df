package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateException.Reason;
import dev.contentconnect.core.state.TrailEntry;
import dev.contentconnect.core.state.TrailHead;
import dev.contentconnect.core.state.TrailQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the audit trail. */
final class TrailReader {
    private final Session session;

    TrailReader(Session session) {
        this.session = session;
    }

    TrailHead head() {
        return session.first(
                        "SELECT number, hash FROM {p}trail_head WHERE id = 1",
                        row -> new TrailHead(row.number(1), row.text(2)))
                .orElseThrow(TrailReader::headless);
    }

    static StateException headless() {
        return new StateException(Reason.CORRUPT, "the audit trail has lost its head", null);
    }

    /** The indexed columns narrow down; the event itself decides. */
    void read(TrailQuery query, long last, Consumer<TrailEntry> consumer) {
        StringBuilder sql = new StringBuilder("SELECT number, recorded_ms, event, hash, source, event_id, occurred_ms,"
                + " case_key, subject FROM {p}trail WHERE number > ? AND number <= ?");
        List<@Nullable Object> values = new ArrayList<>(List.of(query.after(), last));
        narrow(sql, values, " AND source = ?", key(query.source()));
        narrow(sql, values, " AND case_key = ?", key(query.caseKey()));
        narrow(sql, values, " AND subject = ?", key(query.subject()));
        narrow(sql, values, " AND occurred_ms >= ?", query.from() == null ? null : Times.millis(query.from()));
        narrow(sql, values, " AND occurred_ms <= ?", query.until() == null ? null : Times.millis(query.until()));
        boolean whole = values.size() == 2;
        session.each(
                sql.append(" ORDER BY number").toString(),
                row -> new Stored(
                        new TrailEntry(row.number(1), row.millis(2), row.text(3), row.text(4)),
                        row.text(5),
                        row.text(6),
                        row.number(7),
                        row.textOrNull(8),
                        row.textOrNull(9)),
                stored -> {
                    if (query.takes(stored.entry())) {
                        consumer.accept(stored.entry());
                    }
                    if (whole) {
                        stored.requireOwnPlace();
                    }
                },
                values.toArray());
    }

    private static void narrow(
            StringBuilder sql, List<@Nullable Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    static @Nullable String key(@Nullable Object value) {
        return value == null ? null : Key.value(value.toString());
    }

    private record Stored(
            TrailEntry entry,
            String source,
            String id,
            long occurredMillis,
            @Nullable String caseKey,
            @Nullable String subject) {

        /**
         * The hashes cover the event, not the columns it is found by. So whoever reads the whole trail, as a check does,
         * finds out whether these were changed to hide an entry from narrower queries.
         */
        void requireOwnPlace() {
            CaseEvent event = entry.event();
            if (!source.equals(Key.value(event.source()))
                    || !id.equals(Key.value(event.id()))
                    || occurredMillis != Times.millis(event.occurredAt())
                    || !Objects.equals(caseKey, key(event.caseKey()))
                    || !Objects.equals(subject, key(event.subject()))) {
                throw new StateException(
                        Reason.CORRUPT,
                        "entry " + entry.number() + " of the audit trail is filed under what its event does not say",
                        null);
            }
        }
    }
}
