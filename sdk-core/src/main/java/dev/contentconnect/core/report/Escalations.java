package dev.contentconnect.core.report;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is counted about calls for somebody higher up. */
final class Escalations {
    private final ReportSettings settings;
    private final Durations toResolution;
    private long calls;
    private long cases;
    private long overdue;

    Escalations(ReportSettings settings) {
        this.settings = settings;
        this.toResolution = new Durations(settings.limits().exactSamples());
    }

    /** Marks the item, else the case, and counts; an item or case that is marked already stays as it is. */
    void call(Instant at, @Nullable WorkItem item, @Nullable CaseTrack track) {
        count(at);
        if (track != null && !track.wasEscalated) {
            track.wasEscalated = true;
            cases += settings.counts(at) ? 1 : 0;
        }
        if (item != null) {
            item.escalatedAt = item.escalatedAt == null ? at : item.escalatedAt;
        } else if (track != null && !track.closed) {
            track.escalatedAt = track.escalatedAt == null ? at : track.escalatedAt;
        }
    }

    private void count(Instant at) {
        calls += settings.counts(at) ? 1 : 0;
    }

    void overdue(Instant at) {
        overdue += settings.counts(at) ? 1 : 0;
    }

    void resolved(@Nullable Instant since, Instant at) {
        if (since != null && settings.counts(at)) {
            toResolution.add(Duration.between(since, at));
        }
    }

    EscalationFigures figures(long casesInPeriod, long open, long overdueOpen, long pressing) {
        double share = casesInPeriod == 0 ? 0 : (double) cases / casesInPeriod;
        return new EscalationFigures(calls, cases, share, toResolution.summary(), open, overdue, overdueOpen, pressing);
    }
}
