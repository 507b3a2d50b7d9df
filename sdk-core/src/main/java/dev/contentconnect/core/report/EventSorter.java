package dev.contentconnect.core.report;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Extensions;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts events into the order in which they occurred and drops repetitions, within a window of so many events. What comes
 * later than that is handed on at once and counted.
 */
final class EventSorter {
    private static final int LONGEST_NOTE = 200;

    /** At the same instant: first what begins, then what goes on, then what ends. */
    private static final Map<CaseEventType, Integer> RANKS = Map.ofEntries(
            Map.entry(CaseEventType.CASE_OPENED, -1),
            Map.entry(CaseEventType.TASK_CREATED, 1),
            Map.entry(CaseEventType.APPROVAL_REQUESTED, 1),
            Map.entry(CaseEventType.DELIVERY_QUEUED, 1),
            Map.entry(CaseEventType.TASK_CLAIMED, 2),
            Map.entry(CaseEventType.DELIVERY_SENT, 2),
            Map.entry(CaseEventType.TASK_COMPLETED, 4),
            Map.entry(CaseEventType.APPROVAL_DECIDED, 4),
            Map.entry(CaseEventType.DELIVERY_DELIVERED, 4),
            Map.entry(CaseEventType.TASK_CANCELLED, 5),
            Map.entry(CaseEventType.APPROVAL_VOIDED, 5),
            Map.entry(CaseEventType.DELIVERY_ACKNOWLEDGED, 5),
            Map.entry(CaseEventType.ASSET_PUBLISHED, 6),
            Map.entry(CaseEventType.CASE_RESOLVED, 7),
            Map.entry(CaseEventType.CASE_CANCELLED, 7));

    private final int limit;
    private final Consumer<CaseEvent> next;
    private final TreeSet<CaseEvent> held = new TreeSet<>(EventSorter::compare);
    private final Map<String, CaseEvent> byKey = new HashMap<>();
    private final Recent<String, Boolean> handedOn;
    private @Nullable CaseEvent last;
    private long repeated;
    private long late;

    EventSorter(int limit, Consumer<CaseEvent> next) {
        this.limit = limit;
        this.next = next;
        this.handedOn = new Recent<>(limit, gone -> {});
    }

    void accept(CaseEvent full) {
        CaseEvent event = slim(full);
        String key = key(event);
        CaseEvent same = byKey.get(key);
        if (same != null) {
            repeated++;
            if (compare(event, same) >= 0) {
                return;
            }
            held.remove(same);
        } else if (handedOn.get(key) != null) {
            repeated++;
            return;
        } else if (last != null && compare(event, last) < 0) {
            late++;
            handedOn.put(key, true);
            next.accept(event);
            return;
        }
        held.add(event);
        byKey.put(key, event);
        if (held.size() > limit) {
            handOn();
        }
    }

    void finish() {
        while (!held.isEmpty()) {
            handOn();
        }
    }

    long repeated() {
        return repeated;
    }

    long late() {
        return late;
    }

    private void handOn() {
        CaseEvent event = held.first();
        held.remove(event);
        String key = key(event);
        byKey.remove(key);
        handedOn.put(key, true);
        last = event;
        next.accept(event);
    }

    /** What voids everything said so far comes before what is asked for anew at the same instant. */
    private static int rank(CaseEvent event) {
        boolean voidsAll =
                event.type().equals(CaseEventType.APPROVAL_VOIDED) && event.related() == null && event.step() == null;
        return voidsAll ? 0 : RANKS.getOrDefault(event.type(), 3);
    }

    private static int compare(CaseEvent one, CaseEvent other) {
        int order = one.occurredAt().compareTo(other.occurredAt());
        if (order == 0) {
            order = Integer.compare(rank(one), rank(other));
        }
        if (order == 0) {
            order = one.type().value().compareTo(other.type().value());
        }
        if (order == 0) {
            order = one.source().compareTo(other.source());
        }
        return order == 0 ? one.id().compareTo(other.id()) : order;
    }

    private static String key(CaseEvent event) {
        return event.source() + "\n" + event.id();
    }

    /** Without what no figure is made of: thousands are held. */
    private static CaseEvent slim(CaseEvent event) {
        String note = event.note();
        return event.toBuilder()
                .extensions(Extensions.none())
                .note(note == null || note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE) + "…")
                .build();
    }
}
