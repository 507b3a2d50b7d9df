package dev.contentconnect.core.state;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a {@link MemoryStateStore} holds. Guarded by the store. */
final class MemoryState {
    final Map<String, Cursor> cursors = new HashMap<>();
    final Map<List<String>, Instant> keys = new HashMap<>();
    final Map<Tie, StateLink> links = new TreeMap<>();
    final Map<List<String>, ParkedItem> parked = new LinkedHashMap<>();
    final Map<String, SortedMap<Long, MemoryItem>> inboxes = new HashMap<>();
    final Map<String, Lease> leases = new HashMap<>();
    final List<TrailEntry> trail = new ArrayList<>();
    final Set<List<String>> recorded = new HashSet<>();
    long numbers;

    TrailHead head() {
        if (trail.isEmpty()) {
            return TrailHead.EMPTY;
        }
        TrailEntry last = trail.get(trail.size() - 1);
        return new TrailHead(last.number(), last.hash());
    }

    /** Identifies a tie and orders ties. */
    record Tie(SourceRef from, String type, SourceRef to) implements Comparable<Tie> {
        static Tie of(StateLink link) {
            return new Tie(link.from(), link.type(), link.to());
        }

        @Override
        public int compareTo(Tie other) {
            int byFrom = from.compareTo(other.from);
            if (byFrom != 0) {
                return byFrom;
            }
            int byType = type.compareTo(other.type);
            return byType != 0 ? byType : to.compareTo(other.to);
        }
    }
}
