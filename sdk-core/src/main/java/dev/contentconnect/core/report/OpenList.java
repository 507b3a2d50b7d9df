package dev.contentconnect.core.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits, the most pressing first: escalated, then overdue, then failed deliveries, then by age. */
final class OpenList {
    private static final Comparator<OpenItem> PRESSING = Comparator.comparing((OpenItem item) -> !item.escalated())
            .thenComparing(item -> !item.overdue())
            .thenComparing(item -> item.kind() != OpenItem.Kind.DELIVERY)
            .thenComparing(OpenItem::since)
            .thenComparing(item -> String.valueOf(item.caseKey()))
            .thenComparing(item -> String.valueOf(item.step()))
            .thenComparing(item -> String.valueOf(item.subject()));

    private final Instant asOf;
    private final List<OpenItem> items = new ArrayList<>();

    OpenList(Instant asOf) {
        this.asOf = asOf;
    }

    void add(WorkItem item) {
        if (item.since != null) {
            CaseTrack track = item.owner;
            items.add(new OpenItem(
                    item.approval ? OpenItem.Kind.APPROVAL : OpenItem.Kind.TASK,
                    item.step,
                    track == null ? null : track.key,
                    track == null ? null : track.ref,
                    track == null ? null : track.title,
                    item.subject,
                    item.since,
                    age(item.since),
                    item.takenBy,
                    item.escalatedAt != null || (track != null && track.escalatedAt != null),
                    item.overdueAt != null));
        }
    }

    void add(CaseTrack track) {
        if (track.openItems.isEmpty() && track.openedAt != null) {
            items.add(new OpenItem(
                    OpenItem.Kind.CASE,
                    track.type,
                    track.key,
                    track.ref,
                    track.title,
                    track.subject,
                    track.openedAt,
                    age(track.openedAt),
                    null,
                    track.escalatedAt != null,
                    false));
        }
    }

    void add(DeliveryTrack delivery) {
        Instant since = delivery.stateSince;
        if (delivery.isFailed() && since != null) {
            items.add(new OpenItem(
                    OpenItem.Kind.DELIVERY,
                    delivery.step,
                    delivery.caseKey,
                    null,
                    null,
                    delivery.subject != null ? delivery.subject : delivery.ref,
                    since,
                    age(since),
                    null,
                    false,
                    false));
        }
    }

    List<OpenItem> first(int limit) {
        return items.stream().sorted(PRESSING).limit(limit).toList();
    }

    private Duration age(@Nullable Instant since) {
        return since == null ? Duration.ZERO : Duration.between(since, asOf);
    }
}
