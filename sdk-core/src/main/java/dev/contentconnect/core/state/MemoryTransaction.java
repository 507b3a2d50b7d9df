package dev.contentconnect.core.state;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes straight into the state and remembers how to undo it, so that a transaction costs what it touches. */
final class MemoryTransaction implements StateTransaction {
    private final MemoryState state;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private boolean ended;
    private @Nullable StateException lost;

    MemoryTransaction(MemoryState state) {
        this.state = state;
    }

    /** Keeps what was written, unless another worker was faster, even where the work caught what told it so. */
    void commit() {
        if (lost != null) {
            throw lost;
        }
        undo.clear();
    }

    /** Takes back what was not committed. */
    void end() {
        ended = true;
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }

    @Override
    public Optional<Cursor> cursor(String feed) {
        return Optional.ofNullable(open().cursors.get(feed));
    }

    @Override
    public void moveCursor(String feed, @Nullable Cursor expected, Cursor next) {
        Cursor present = open().cursors.get(feed);
        if (expected == null ? present != null : !expected.equals(present)) {
            lost = new StateException("feed " + feed + " was moved by another worker", null);
            throw lost;
        }
        put(state.cursors, feed, next);
    }

    @Override
    public boolean claimKey(String scope, String key, Instant at) {
        List<String> id = List.of(scope, key);
        if (open().keys.containsKey(id)) {
            return false;
        }
        put(state.keys, id, at);
        return true;
    }

    @Override
    public int forgetKeys(String scope, Instant before) {
        List<List<String>> old = open().keys.entrySet().stream()
                .filter(entry ->
                        entry.getKey().get(0).equals(scope) && entry.getValue().isBefore(before))
                .map(Map.Entry::getKey)
                .toList();
        old.forEach(id -> remove(state.keys, id));
        return old.size();
    }

    @Override
    public void putLink(StateLink link) {
        put(open().links, new MemoryState.Tie(link.from(), link.type(), link.to()), link);
    }

    @Override
    public void removeLink(SourceRef from, String type, SourceRef to) {
        remove(open().links, new MemoryState.Tie(from, type, to));
    }

    @Override
    public List<StateLink> linksFrom(SourceRef from, String type) {
        return open().links.values().stream()
                .filter(link -> link.from().equals(from) && link.type().equals(type))
                .toList();
    }

    @Override
    public List<StateLink> linksTo(SourceRef to, String type) {
        return open().links.values().stream()
                .filter(link -> link.to().equals(to) && link.type().equals(type))
                .toList();
    }

    @Override
    public void park(ParkedItem item) {
        put(open().parked, List.of(item.feed(), item.key()), item);
    }

    @Override
    public List<ParkedItem> parked(String feed, int limit) {
        return open().parked.values().stream()
                .filter(item -> item.feed().equals(feed))
                .sorted(java.util.Comparator.comparing(ParkedItem::firstFailedAt))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean unpark(String feed, String key) {
        return remove(open().parked, List.of(feed, key));
    }

    @Override
    public boolean append(CaseEvent event) {
        List<String> id = List.of(event.source(), event.id());
        if (open().trail.containsKey(id)) {
            return false;
        }
        put(state.trail, id, event);
        return true;
    }

    @Override
    public void trail(Consumer<CaseEvent> consumer) {
        open().trail.values().forEach(consumer);
    }

    private MemoryState open() {
        if (ended) {
            throw new IllegalStateException("the transaction has ended");
        }
        return state;
    }

    private <K, V> void put(Map<K, V> map, K key, V value) {
        V old = map.put(key, value);
        undo.push(() -> {
            if (old == null) {
                map.remove(key);
            } else {
                map.put(key, old);
            }
        });
    }

    private <K, V> boolean remove(Map<K, V> map, K key) {
        V old = map.remove(key);
        if (old != null) {
            undo.push(() -> map.put(key, old));
        }
        return old != null;
    }
}
