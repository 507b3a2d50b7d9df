package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts downloads by recipient and day, UTC. A history comes oldest first; a report may be a little out of order, so a few days are
 * held at a time and no more. What is listed twice counts once.
 */
final class DownloadDays {
    private static final int HELD = 3;

    private final String flow;
    private final long most;
    private final TreeMap<LocalDate, Day> days = new TreeMap<>();
    private final List<UsageBreach> breaches = new ArrayList<>();

    /** One day: how much each recipient took, and what was counted. */
    private record Day(Map<String, Long> counts, Set<SourceRef> seen) {}

    DownloadDays(String flow, long most) {
        this.flow = flow;
        this.most = most;
    }

    /** One without a time belongs to no day. */
    void add(Delivery download) {
        Instant at = download.at();
        if (at == null) {
            return;
        }
        LocalDate date = LocalDate.ofInstant(at, ZoneOffset.UTC);
        Day day = days.computeIfAbsent(date, any -> new Day(new HashMap<>(), new HashSet<>()));
        if (day.seen().add(download.ref())) {
            long count = download.count() == null ? 1 : Math.max(0, download.count());
            day.counts().merge(download.recipient(), count, Long::sum);
        }
        while (days.size() > HELD) {
            end(days.firstKey());
        }
    }

    private void end(LocalDate date) {
        Day day = days.remove(date);
        if (day != null) {
            new TreeMap<>(day.counts()).forEach((recipient, count) -> {
                if (count > most) {
                    breaches.add(new UsageBreach(
                            SourceRef.of(flow, "recipient/" + recipient),
                            "downloads-on-" + date,
                            recipient + " downloaded " + count + " times on " + date + ", where " + most + " are usual",
                            "high",
                            false));
                }
            });
        }
    }

    /** All of them, once everything was added. */
    List<UsageBreach> breaches() {
        while (!days.isEmpty()) {
            end(days.firstKey());
        }
        return List.copyOf(breaches);
    }
}
