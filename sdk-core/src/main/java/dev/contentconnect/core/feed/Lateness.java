package dev.contentconnect.core.feed;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The latest that was handled of the objects that were touched last. Belongs to one thread. */
final class Lateness {
    private static final int OBJECTS = 10_000;

    private final Map<String, Instant> latest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > OBJECTS;
        }
    };

    boolean isLate(String object, Instant occurredAt) {
        Instant known = latest.get(object);
        return known != null && occurredAt.isBefore(known);
    }

    void handled(String object, Instant occurredAt) {
        latest.merge(object, occurredAt, (known, next) -> next.isAfter(known) ? next : known);
    }
}
