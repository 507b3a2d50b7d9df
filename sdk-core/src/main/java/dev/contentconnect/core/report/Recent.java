package dev.contentconnect.core.report;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A map with a limit: beyond it, the entry that was not asked for longest goes, and is counted. */
final class Recent<K, V> {
    private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final int limit;
    private final Consumer<V> onDrop;
    private long dropped;

    Recent(int limit, Consumer<V> onDrop) {
        this.limit = limit;
        this.onDrop = onDrop;
    }

    @Nullable V get(K key) {
        return entries.get(key);
    }

    void put(K key, V value) {
        entries.put(key, value);
        if (entries.size() > limit) {
            Iterator<V> eldest = entries.values().iterator();
            V gone = eldest.next();
            eldest.remove();
            dropped++;
            onDrop.accept(gone);
        }
    }

    @Nullable V remove(K key) {
        return entries.remove(key);
    }

    Collection<V> values() {
        return entries.values();
    }

    int size() {
        return entries.size();
    }

    long dropped() {
        return dropped;
    }
}
