package dev.contentconnect.core.report;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Cases between opening and end. */
final class CaseBook {
    private static final List<Duration> SCALE = List.of(
            Duration.ofHours(4),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(3),
            Duration.ofDays(7),
            Duration.ofDays(14),
            Duration.ofDays(28),
            Duration.ofDays(56));
    private static final int LONGEST_TITLE = 120;

    private final ReportSettings settings;
    private final WorkBook work;
    private final Escalations escalations;
    private final CaseIndex index;
    private final Trend trend;
    private final Durations turnaround;
    private final Durations onHold;
    private final Groups<Durations> byType;
    private final Groups.Counts outcomes;
    private final long[] lengths = new long[SCALE.size() + 1];
    private long openedBefore;
    private long opened;
    private long resolved;
    private long cancelled;
    private long closedKnown;
    private long withoutOpening;
    private long decided;
    private long sentBack;

    CaseBook(ReportSettings settings, WorkBook work, Escalations escalations) {
        int exact = settings.limits().exactSamples();
        this.settings = settings;
        this.work = work;
        this.escalations = escalations;
        this.index = new CaseIndex(settings.limits(), this::merged);
        this.trend = new Trend(settings);
        this.turnaround = new Durations(exact);
        this.onHold = new Durations(exact);
        this.byType = new Groups<>(settings.limits().groups(), () -> new Durations(exact));
        this.outcomes = new Groups.Counts(settings.limits().groups());
    }

    /** Takes what an event says about a case and gives the case, when it is a known one. */
    @Nullable CaseTrack accept(CaseEvent event) {
        CaseTrack track = event.caseRef() == null && event.caseKey() == null ? null : index.find(event);
        CaseEventType type = event.type();
        if (type.equals(CaseEventType.CASE_OPENED)) {
            return track == null ? open(event) : learn(track, event);
        }
        if (type.equals(CaseEventType.CASE_RESOLVED) || type.equals(CaseEventType.CASE_CANCELLED)) {
            if (track == null) {
                closeUnknown(event);
            } else if (!track.closed) {
                close(track, event);
            }
        } else if (track != null && type.equals(CaseEventType.CASE_HELD)) {
            track.heldSince = track.heldSince == null ? event.occurredAt() : track.heldSince;
        } else if (track != null && type.equals(CaseEventType.CASE_RESUMED)) {
            track.resume(event.occurredAt());
        }
        return track;
    }

    private @Nullable CaseTrack open(CaseEvent event) {
        if (event.caseRef() == null && event.caseKey() == null) {
            return null;
        }
        CaseTrack track = learn(index.add(event), event);
        track.openedAt = event.occurredAt();
        count(event.occurredAt(), 1);
        return track;
    }

    private void count(Instant openedAt, int cases) {
        trend.opened(openedAt, cases);
        if (settings.counts(openedAt)) {
            opened += cases;
        } else {
            openedBefore += cases;
        }
    }

    private static CaseTrack learn(CaseTrack track, CaseEvent opening) {
        track.type = track.type == null ? opening.step() : track.type;
        String note = opening.note();
        if (track.title == null && note != null && !note.isBlank()) {
            track.title = note.length() <= LONGEST_TITLE ? note : note.substring(0, LONGEST_TITLE) + "…";
        }
        return track;
    }

    /** Two tracks turned out to be one case: the later opening does not count, and what ended one ended the other. */
    private void merged(CaseTrack stays, CaseTrack goes) {
        if (stays.openedAt != null && goes.openedAt != null) {
            count(stays.openedAt.isAfter(goes.openedAt) ? stays.openedAt : goes.openedAt, -1);
        }
        CaseTrack ended = stays.closed ? stays : goes;
        CaseTrack other = stays.closed ? goes : stays;
        CaseEvent end = ended.end;
        if (end == null) {
            return;
        }
        finish(other, end.occurredAt());
        if (ended.openedAt == null) {
            withoutOpening -= settings.counts(end.occurredAt()) ? 1 : 0;
            countEnd(other, end);
        }
    }

    private void closeUnknown(CaseEvent event) {
        if (event.caseRef() != null || event.caseKey() != null) {
            index.addClosed(event);
        }
        withoutOpening += settings.counts(event.occurredAt()) ? 1 : 0;
    }

    private void close(CaseTrack track, CaseEvent event) {
        finish(track, event.occurredAt());
        index.close(track, event);
        countEnd(track, event);
    }

    /** Nothing in a case goes on when it has ended. */
    private void finish(CaseTrack track, Instant at) {
        work.endWith(track, at);
        escalations.resolved(track.escalatedAt, at);
        track.escalatedAt = null;
        track.resume(at);
    }

    private void countEnd(CaseTrack track, CaseEvent event) {
        Instant at = event.occurredAt();
        closedKnown++;
        trend.closed(at);
        if (settings.counts(at)) {
            decided += track.decided ? 1 : 0;
            sentBack += track.sentBack ? 1 : 0;
            if (event.type().equals(CaseEventType.CASE_CANCELLED)) {
                cancelled++;
            } else {
                resolved++;
                outcomes.add(event.outcome());
                measure(track, at);
            }
        }
    }

    private void measure(CaseTrack track, Instant closedAt) {
        if (track.openedAt == null) {
            return;
        }
        Duration took = Duration.between(track.openedAt, closedAt);
        turnaround.add(took);
        byType.of(track.type).add(took);
        int length = 0;
        while (length < SCALE.size() && took.compareTo(SCALE.get(length)) > 0) {
            length++;
        }
        lengths[length]++;
        if (!track.held.isZero()) {
            onHold.add(track.held);
        }
    }

    Collection<CaseTrack> open() {
        return index.open().values();
    }

    long dropped() {
        return index.open().dropped();
    }

    TrendFigures trend() {
        return trend.figures();
    }

    CaseFigures figures() {
        List<CaseFigures.LengthCount> distribution = new ArrayList<>();
        for (int i = 0; i < lengths.length; i++) {
            distribution.add(new CaseFigures.LengthCount(i < SCALE.size() ? SCALE.get(i) : null, lengths[i]));
        }
        Map<String, TimeSummary> types = new TreeMap<>();
        byType.map((name, durations) -> types.put(name, durations.summary()));
        return new CaseFigures(
                trend.before(),
                opened,
                resolved,
                cancelled,
                openedBefore + opened - closedKnown,
                turnaround.summary(),
                distribution,
                onHold.summary(),
                types,
                outcomes.toMap(),
                withoutOpening,
                decided,
                sentBack);
    }
}
