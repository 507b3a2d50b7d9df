package dev.contentconnect.workflow;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.CaseEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The first events in their order, and no more than there is room for, however many are offered. One thread. */
final class FreshEvents {
    private final int room;
    private final TreeMap<FeedPlace.Mark, CaseEvent> events = new TreeMap<>();
    private final Set<String> hashes = new HashSet<>();
    private final Set<MappingIssue> issues = new LinkedHashSet<>();
    private int offered;

    FreshEvents(int room) {
        this.room = room;
    }

    void add(FeedPlace.Mark mark, CaseEvent event) {
        offered++;
        if (hashes.add(mark.hash())) {
            events.put(mark, event);
            if (events.size() > room) {
                hashes.remove(events.pollLastEntry().getKey().hash());
            }
        }
    }

    void issue(MappingIssue issue) {
        offered++;
        issues.add(issue);
    }

    void addAll(FreshEvents others) {
        others.events.forEach(this::add);
        issues.addAll(others.issues);
    }

    /** How much was offered, kept or not. */
    int offered() {
        return offered;
    }

    int size() {
        return events.size();
    }

    List<Map.Entry<FeedPlace.Mark, CaseEvent>> first(int count) {
        return new ArrayList<>(events.entrySet()).subList(0, Math.min(count, events.size()));
    }

    List<MappingIssue> issues() {
        return List.copyOf(issues);
    }
}
