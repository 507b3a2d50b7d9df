package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.json.CanonicalJson;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.state.StateException.Reason;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.state.TrailHead;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the audit trail. Entries are held back until the end of the transaction: each needs the hash of the one before
 * it, so from then until the commit no other transaction can add any.
 */
final class TrailWriter {
    /** More than this of one transaction are written before its end. */
    private static final int MAX_HELD = 256;

    private static final String INSERT = "INSERT INTO {p}trail (number, recorded_ms, source, event_id, occurred_ms,"
            + " case_key, subject, event, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String MOVE_HEAD = "UPDATE {p}trail_head SET number = ?, hash = ? WHERE id = 1";

    private final JdbcTransaction transaction;
    private final Session session;
    private final TrailChain chain;
    private final Map<List<String>, CaseEvent> held = new LinkedHashMap<>();

    TrailWriter(JdbcTransaction transaction, TrailChain chain) {
        this.transaction = transaction;
        this.session = transaction.session();
        this.chain = chain;
    }

    boolean append(CaseEvent event) {
        session.requireSound();
        List<String> id = List.of(Key.value(event.source()), Key.value(event.id()));
        if (held.containsKey(id) || isRecorded(id)) {
            return false;
        }
        held.put(id, event);
        if (held.size() >= MAX_HELD) {
            flush();
        }
        return true;
    }

    private boolean isRecorded(List<String> id) {
        return session.existsCarrying("SELECT 1 FROM {p}trail WHERE source = ? AND event_id = ?", id.get(0), id.get(1));
    }

    /** An event that another transaction has added meanwhile breaks the index, and the work is run again. */
    void flush() {
        if (held.isEmpty()) {
            return;
        }
        TrailHead head = lockHead();
        long now = transaction.now();
        List<@Nullable Object[]> rows = new ArrayList<>(held.size());
        for (CaseEvent event : held.values()) {
            String json = new String(CanonicalJson.write(event), StandardCharsets.UTF_8);
            head = next(head, now, json);
            rows.add(row(head, now, event, json));
        }
        held.clear();
        write(rows, head);
    }

    private TrailHead lockHead() {
        String lock = session.dialect().locksRows() ? " FOR UPDATE" : "";
        return session.first(
                        "SELECT number, hash, " + session.dialect().clock() + " FROM {p}trail_head WHERE id = 1" + lock,
                        row -> {
                            session.learnNow(row.number(3));
                            return new TrailHead(row.number(1), row.text(2));
                        })
                .orElseThrow(() -> session.lose(Reason.CORRUPT, "the audit trail has lost its head"));
    }

    /** Others wait for the head meanwhile, so where it can be moved together with the last entry it is. */
    private void write(List<@Nullable Object[]> rows, TrailHead head) {
        if (!session.dialect().locksRows()) {
            session.batch(INSERT, rows);
            session.update(MOVE_HEAD, head.number(), head.hash());
            return;
        }
        int last = rows.size() - 1;
        if (last > 0) {
            session.batch(INSERT, rows.subList(0, last));
        }
        List<@Nullable Object> values = new ArrayList<>(List.of(head.number(), head.hash()));
        Collections.addAll(values, rows.get(last));
        session.update("WITH moved AS (" + MOVE_HEAD + ") " + INSERT, values.toArray());
    }

    private TrailHead next(TrailHead head, long now, String json) {
        try {
            return new TrailHead(head.number() + 1, chain.next(head, now, json));
        } catch (IllegalArgumentException noHash) {
            throw session.lose(Reason.CORRUPT, "the head of the audit trail holds no hash", noHash);
        }
    }

    private static @Nullable Object[] row(TrailHead place, long now, CaseEvent event, String json) {
        return new @Nullable Object[] {
            place.number(),
            now,
            Key.value(event.source()),
            Key.value(event.id()),
            Times.millis(event.occurredAt()),
            TrailReader.key(event.caseKey()),
            TrailReader.key(event.subject()),
            json,
            place.hash()
        };
    }
}
