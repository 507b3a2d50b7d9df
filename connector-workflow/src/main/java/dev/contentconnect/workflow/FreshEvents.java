package dev.contentconnect.workflow;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.feed.OverlapBatch;
import dev.contentconnect.core.feed.OverlapWindow;
import dev.contentconnect.core.model.CaseEvent;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the history tells that is new, with what could not be understood, and how much that was. One thread. */
final class FreshEvents {
    final OverlapBatch<CaseEvent> batch;
    private final Set<MappingIssue> issues = new LinkedHashSet<>();
    private int offered;

    FreshEvents(OverlapWindow window, int limit) {
        this.batch = window.batch(limit);
    }

    void add(CaseEvent event, Instant at) {
        if (batch.offer(event, event.id(), at)) {
            offered++;
        }
    }

    void issue(MappingIssue issue) {
        offered++;
        issues.add(issue);
    }

    void addAll(FreshEvents others) {
        batch.offerAll(others.batch);
        issues.addAll(others.issues);
    }

    /** How much was new, kept or not. */
    int offered() {
        return offered;
    }

    List<MappingIssue> issues() {
        return List.copyOf(issues);
    }
}
