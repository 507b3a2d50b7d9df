package dev.contentconnect.core.state;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    private final Instant now;
    private final TrailChain chain;
    private boolean ended;
    private @Nullable StateException lost;

    MemoryTransaction(MemoryState state, Instant now, TrailChain chain) {
        this.state = state;
        // Time as stores keep it.
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
        this.chain = chain;
    }

    Instant now() {
        return now;
    }

    /** Dooms the transaction: nothing of it is kept, even where the work catches what is thrown. */
    StateException lose(StateException.Reason reason, String message) {
        lost = new StateException(reason, message, null);
        return lost;
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
            throw lose(StateException.Reason.CONFLICT, "feed " + feed + " was moved by another worker");
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
        put(open().links, MemoryState.Tie.of(link), link);
    }

    @Override
    public void replaceLink(@Nullable StateLink expected, StateLink next) {
        next.checkReplaces(expected);
        StateLink present = open().links.get(MemoryState.Tie.of(next));
        if (present == null ? expected != null : expected == null || present.version() != expected.version()) {
            throw lose(
                    StateException.Reason.CONFLICT,
                    "the link from " + next.from() + " to " + next.to() + " was changed by another worker");
        }
        put(state.links, MemoryState.Tie.of(next), next);
    }

    @Override
    public void removeLink(SourceRef from, String type, SourceRef to) {
        remove(open().links, new MemoryState.Tie(from, type, to));
    }

    @Override
    public Optional<StateLink> link(SourceRef from, String type, SourceRef to) {
        return Optional.ofNullable(open().links.get(new MemoryState.Tie(from, type, to)));
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
        if (!open().recorded.add(id)) {
            return false;
        }
        TrailHead before = state.head();
        String json = TrailEntry.json(event);
        String hash = chain.next(before, now.toEpochMilli(), json);
        state.trail.add(new TrailEntry(before.number() + 1, now, json, hash));
        undo.push(() -> {
            state.recorded.remove(id);
            state.trail.remove(state.trail.size() - 1);
        });
        return true;
    }

    @Override
    public void trail(TrailQuery query, Consumer<TrailEntry> consumer) {
        // A snapshot: the consumer may append.
        List.copyOf(open().trail).stream().filter(query::takes).forEach(consumer);
    }

    @Override
    public TrailHead trailHead() {
        return open().head();
    }

    @Override
    public Inbox inbox(String feed) {
        if (feed.isBlank()) {
            throw new IllegalArgumentException("a feed has a name");
        }
        return new MemoryInbox(this, feed);
    }

    @Override
    public Leases leases() {
        return new MemoryLeases(this);
    }

    MemoryState open() {
        if (ended) {
            throw new IllegalStateException("the transaction has ended");
        }
        return state;
    }

    <K, V> void put(Map<K, V> map, K key, V value) {
        V old = map.put(key, value);
        undo.push(() -> {
            if (old == null) {
                map.remove(key);
            } else {
                map.put(key, old);
            }
        });
    }

    <K, V> boolean remove(Map<K, V> map, K key) {
        V old = map.remove(key);
        if (old != null) {
            undo.push(() -> map.put(key, old));
        }
        return old != null;
    }
}
