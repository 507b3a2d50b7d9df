package dev.contentconnect.core.feed;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The first changes, in the order of an {@link OverlapWindow}, that were not handed out before; no more than the limit are
 * held, however many are offered. For one thread.
 *
 * @param <T> the type of the changes
 */
public final class OverlapBatch<T> {
    private final OverlapWindow window;
    private final int limit;
    private final TreeMap<OverlapWindow.Place, T> held = new TreeMap<>();
    private final Set<String> digests = new HashSet<>();
    private boolean more;

    OverlapBatch(OverlapWindow window, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more: " + limit);
        }
        this.window = window;
        this.limit = limit;
    }

    /**
     * Looks at a change.
     *
     * @param item the change
     * @param id identifies it; the same change has the same id whenever it is read
     * @param time when it happened, by the system's clock
     * @return whether it was neither handed out before nor offered to this batch, as far as that is remembered
     */
    public boolean offer(T item, String id, Instant time) {
        return offer(OverlapWindow.Place.of(id, time), item);
    }

    /**
     * Looks at all that another batch of the same window holds.
     *
     * @param other a batch, unchanged by this
     */
    public void offerAll(OverlapBatch<? extends T> other) {
        other.held.forEach(this::offer);
        more |= other.more;
    }

    private boolean offer(OverlapWindow.Place place, T item) {
        if (window.knows(place) || !digests.add(place.digest())) {
            return false;
        }
        held.put(place, item);
        if (held.size() > limit) {
            Map.Entry<OverlapWindow.Place, T> last = held.lastEntry();
            held.remove(last.getKey());
            digests.remove(last.getKey().digest());
            more = true;
        }
        return true;
    }

    /** Whether all that is held happened in moments before this one. */
    boolean isAllBefore(Instant moment) {
        return held.isEmpty() || held.lastKey().at() < OverlapWindow.millis(moment);
    }

    /**
     * What to hand out.
     *
     * @return the changes in the window's order; at most the limit
     */
    public List<T> items() {
        return List.copyOf(held.values());
    }

    /**
     * Whether more was offered than the limit allows to hand out.
     *
     * @return true when it pays to read again at once
     */
    public boolean hasMore() {
        return more;
    }

    /**
     * The window after handing out {@link #items()}.
     *
     * @param now the present: the window never moves into the future, where a wrong clock would hide all that follows
     * @return the window to go on with
     */
    public OverlapWindow next(Instant now) {
        return window.after(held.keySet(), OverlapWindow.millis(now));
    }

    /** The window that it began with. */
    OverlapWindow window() {
        return window;
    }
}
