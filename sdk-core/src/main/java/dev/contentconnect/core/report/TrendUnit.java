package dev.contentconnect.core.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** How long one point of a trend is. */
public enum TrendUnit {
    /** One day; for up to five weeks. */
    DAY(ChronoUnit.DAYS, 35),
    /** One week, from Monday on; for up to a year. */
    WEEK(ChronoUnit.WEEKS, 53),
    /** One month; for up to five years. */
    MONTH(ChronoUnit.MONTHS, 60),
    /** One year. */
    YEAR(ChronoUnit.YEARS, 120);

    private final ChronoUnit unit;
    private final int mostShown;

    TrendUnit(ChronoUnit unit, int mostShown) {
        this.unit = unit;
        this.mostShown = mostShown;
    }

    int mostShown() {
        return mostShown;
    }

    TrendUnit coarser() {
        return switch (this) {
            case DAY -> WEEK;
            case WEEK -> MONTH;
            case MONTH, YEAR -> YEAR;
        };
    }

    LocalDate begin(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    LocalDate next(LocalDate begin) {
        return begin.plus(1, unit);
    }

    long between(LocalDate first, LocalDate last) {
        return unit.between(begin(first), begin(last));
    }
}
