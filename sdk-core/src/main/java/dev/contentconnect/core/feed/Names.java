package dev.contentconnect.core.feed;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names under which a runner claims. A claim whose commit was cut off may have taken items that the runner never saw;
 * under a new name these are not held for ever by the heartbeat of the others. Safe for several threads.
 */
final class Names {
    private final String worker;
    private final ConcurrentHashMap<String, Integer> held = new ConcurrentHashMap<>();
    private volatile String current;
    private int generation;

    Names(String worker) {
        this.worker = worker;
        this.current = worker;
    }

    String current() {
        return current;
    }

    synchronized void change() {
        generation++;
        current = worker + "." + generation;
    }

    void took(String name) {
        held.merge(name, 1, Integer::sum);
    }

    void gave(String name) {
        held.computeIfPresent(name, (any, count) -> count == 1 ? null : count - 1);
    }

    /** Names that hold something. */
    Set<String> inUse() {
        return Set.copyOf(held.keySet());
    }
}
