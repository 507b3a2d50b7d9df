package dev.contentconnect.core.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Cases opened and closed over time: by day, and by a coarser unit once there would be too many of the finer one. */
final class Trend {
    private static final int MOST_KEPT = 800;
    private static final int MOST_SHOWN = 120;

    private final ReportSettings settings;
    private final TreeMap<LocalDate, long[]> days = new TreeMap<>();
    private TrendUnit kept = TrendUnit.DAY;
    private long before;

    Trend(ReportSettings settings) {
        this.settings = settings;
    }

    void opened(Instant at, int count) {
        if (settings.counts(at)) {
            point(at)[0] += count;
        } else {
            before += count;
        }
    }

    void closed(Instant at) {
        if (settings.counts(at)) {
            point(at)[1]++;
        } else {
            before--;
        }
    }

    /** How many cases were open when the period began. */
    long before() {
        return before;
    }

    private long[] point(Instant at) {
        long[] point = days.computeIfAbsent(kept.begin(day(at)), any -> new long[2]);
        if (days.size() > MOST_KEPT && kept != TrendUnit.YEAR) {
            kept = kept.coarser();
            TreeMap<LocalDate, long[]> finer = new TreeMap<>(days);
            days.clear();
            finer.forEach((day, counts) -> add(days, kept.begin(day), counts));
            return days.computeIfAbsent(kept.begin(day(at)), any -> new long[2]);
        }
        return point;
    }

    private LocalDate day(Instant at) {
        return Spoken.calendar(at, settings.zone()).toLocalDate();
    }

    TrendFigures figures() {
        if (days.isEmpty()) {
            return new TrendFigures(TrendUnit.DAY, List.of());
        }
        LocalDate first = settings.since() == null ? days.firstKey() : day(settings.since());
        LocalDate last = day(settings.asOf());
        TrendUnit unit = kept;
        while (unit != TrendUnit.YEAR && unit.between(first, last) >= unit.mostShown()) {
            unit = unit.coarser();
        }
        TreeMap<LocalDate, long[]> sums = new TreeMap<>();
        for (Map.Entry<LocalDate, long[]> day : days.entrySet()) {
            add(sums, unit.begin(day.getKey()), day.getValue());
        }
        return new TrendFigures(unit, points(unit, first, last, sums));
    }

    private List<TrendPoint> points(
            TrendUnit unit, LocalDate first, LocalDate last, NavigableMap<LocalDate, long[]> sums) {
        LocalDate at = unit.begin(first);
        if (unit.between(at, last) >= MOST_SHOWN) {
            at = unit.begin(last.minus(MOST_SHOWN - 1L, ChronoUnit.YEARS));
        }
        long backlog = before;
        for (long[] earlier : sums.headMap(at).values()) {
            backlog += earlier[0] - earlier[1];
        }
        List<TrendPoint> points = new ArrayList<>();
        while (!at.isAfter(last)) {
            long[] counts = sums.getOrDefault(at, new long[2]);
            backlog += counts[0] - counts[1];
            points.add(new TrendPoint(at, counts[0], counts[1], backlog));
            at = unit.next(at);
        }
        return points;
    }

    private static void add(Map<LocalDate, long[]> to, LocalDate day, long[] counts) {
        long[] sum = to.computeIfAbsent(day, any -> new long[2]);
        sum[0] += counts[0];
        sum[1] += counts[1];
    }
}
