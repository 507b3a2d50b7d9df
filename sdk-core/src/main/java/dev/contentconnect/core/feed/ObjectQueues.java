package dev.contentconnect.core.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Items that are claimed and not begun. An object is either idle, ready (its first item may begin), or busy (one of its
 * items is in work or not settled yet). Belongs to one thread.
 */
final class ObjectQueues {
    private final Map<String, Deque<Held>> waiting = new HashMap<>();
    private final Map<String, Held> busy = new HashMap<>();
    private final Deque<Deque<Held>> ready = new ArrayDeque<>();
    private int size;

    void add(Held held) {
        Deque<Held> line = waiting.computeIfAbsent(held.object(), any -> new ArrayDeque<>());
        line.add(held);
        size++;
        if (line.size() == 1 && !busy.containsKey(held.object())) {
            ready.add(line);
        }
    }

    /** The next item whose object is not busy, which it is from now on. */
    @Nullable Held begin() {
        Deque<Held> line = ready.poll();
        if (line == null) {
            return null;
        }
        Held first = line.remove();
        size--;
        busy.put(first.object(), first);
        return first;
    }

    /** The object's item is settled, well: the one behind it may begin. Whether there is one. */
    boolean settled(Held held) {
        if (!busy.remove(held.object(), held)) {
            return false;
        }
        Deque<Held> line = waiting.get(held.object());
        if (line == null || line.isEmpty()) {
            waiting.remove(held.object());
            return false;
        }
        return ready.add(line);
    }

    /** The object's item is settled and not done: those behind it must not begin, and are taken out. */
    List<Held> dropped(Held held) {
        if (!busy.remove(held.object(), held)) {
            return List.of();
        }
        Deque<Held> line = waiting.remove(held.object());
        if (line == null) {
            return List.of();
        }
        size -= line.size();
        return List.copyOf(line);
    }

    /** Takes out whatever was not begun. */
    List<Held> dropAll() {
        List<Held> all = new ArrayList<>(size);
        waiting.values().forEach(all::addAll);
        waiting.clear();
        ready.clear();
        size = 0;
        return all;
    }

    int waiting() {
        return size;
    }
}
