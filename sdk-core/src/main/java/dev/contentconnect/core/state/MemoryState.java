package dev.contentconnect.core.state;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a {@link MemoryStateStore} holds. Guarded by the store. */
final class MemoryState {
    final Map<String, Cursor> cursors = new HashMap<>();
    final Map<List<String>, Instant> keys = new HashMap<>();
    final Map<Tie, StateLink> links = new TreeMap<>();
    final Map<List<String>, ParkedItem> parked = new LinkedHashMap<>();
    final Map<List<String>, CaseEvent> trail = new LinkedHashMap<>();

    /** Identifies a tie and orders ties. */
    record Tie(SourceRef from, String type, SourceRef to) implements Comparable<Tie> {
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
