package dev.contentconnect.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small memory with a limit: the oldest entries go first. Safe for several threads. */
final class Recent {
    private static final int LIMIT = 2_000;

    private Recent() {}

    static <K, V> Map<K, V> map() {
        return Collections.synchronizedMap(new Bounded<>());
    }

    @SuppressWarnings("serial") // never serialised
    private static final class Bounded<K, V> extends LinkedHashMap<K, V> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > LIMIT;
        }
    }
}
