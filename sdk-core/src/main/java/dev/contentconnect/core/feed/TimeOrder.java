package dev.contentconnect.core.feed;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.page.Paged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads several lists, each in the order of time, as one. One thread. */
final class TimeOrder {
    private final Issues issues;
    private final List<Lane> lanes = new ArrayList<>();

    TimeOrder(List<Paged<ListedChange>> lists, Issues issues) {
        this.issues = issues;
        lists.forEach(list -> lanes.add(new Lane(list.onIssue(issues::add).iterator())));
    }

    private record Dated(ListedChange change, String id, Instant at) {}

    /** Offers the oldest first, to the end of the moment in which the batch is full. */
    void into(OverlapBatch<ListedChange> batch) {
        for (Lane lane = oldest(); lane != null; lane = oldest()) {
            Dated next = lane.peek();
            if (next == null || (batch.hasMore() && batch.isAllBefore(next.at()))) {
                return;
            }
            batch.offer(next.change(), next.id(), next.at());
            lane.next = null;
        }
    }

    private @Nullable Lane oldest() {
        Lane first = null;
        Instant least = Instant.MAX;
        for (Lane lane : lanes) {
            Dated next = lane.peek();
            if (next != null && (first == null || next.at().isBefore(least))) {
                first = lane;
                least = next.at();
            }
        }
        return first;
    }

    /** One of the lists, read as far as it is needed. */
    private final class Lane {
        private final Iterator<ListedChange> changes;
        private @Nullable Dated next;

        Lane(Iterator<ListedChange> changes) {
            this.changes = changes;
        }

        @Nullable Dated peek() {
            while (next == null && changes.hasNext()) {
                ListedChange change = changes.next();
                Instant at = change.at();
                String id = change.id();
                MappingIssue issue = change.issue();
                if (at != null && id != null) {
                    next = new Dated(change, id, at);
                } else if (issue != null) {
                    issues.add(issue);
                }
            }
            return next;
        }
    }
}
