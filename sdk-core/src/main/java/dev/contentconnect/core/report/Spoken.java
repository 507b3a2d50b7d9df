package dev.contentconnect.core.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures as people say them. */
final class Spoken {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    private Spoken() {}

    /** Minutes, hours or days of 24 hours: two digits, of which people remember one. */
    static String time(Duration duration) {
        double minutes = duration.toSeconds() / 60.0;
        if (minutes < 1) {
            return "under a minute";
        }
        if (minutes < 59.5) {
            return amount(minutes, "minute");
        }
        return minutes < 60 * 47.5 ? amount(minutes / 60, "hour") : amount(minutes / 1440, "day");
    }

    /** A time that something did not exceed: {@code within 2 days}. */
    static String within(Duration limit) {
        return (limit.toSeconds() < 60 ? "in " : "within ") + time(limit);
    }

    private static String amount(double amount, String unit) {
        boolean whole = amount >= 9.95 || unit.equals("minute");
        String digits = whole
                ? Html.count(Math.round(amount))
                : String.format(Locale.ROOT, "%.1f", amount).replaceFirst("\\.0$", "");
        return digits + " " + unit + (digits.equals("1") ? "" : "s");
    }

    /** A share in per cent that never says all or nothing unless it is. */
    static String share(double share) {
        double percent = share * 100;
        if (percent > 0 && percent < 1) {
            return "under 1%";
        }
        if (percent > 99 && percent < 100) {
            return String.format(Locale.ROOT, "%.1f%%", Math.floor(percent * 10) / 10);
        }
        return Math.round(percent) + "%";
    }

    static String share(long part, long whole) {
        return whole == 0 ? "–" : share((double) part / whole);
    }

    /** A number with its noun. */
    static String some(long count, String noun) {
        if (count == 1) {
            return "1 " + noun;
        }
        String plural =
                noun.endsWith("y") && !noun.endsWith("ay") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return Html.count(count) + " " + plural;
    }

    /** On the calendar of people: the JDK's instants reach further than its dates do, and than anybody writes. */
    static ZonedDateTime calendar(Instant at, ZoneId zone) {
        Instant inside = at.isBefore(EARLIEST) ? EARLIEST : at.isAfter(LATEST) ? LATEST : at;
        return inside.atZone(zone);
    }

    static String day(Instant at, ZoneId zone) {
        return calendar(at, zone).format(DAY);
    }

    static String minute(Instant at, ZoneId zone) {
        return calendar(at, zone).format(MINUTE);
    }

    static String point(LocalDate from, TrendUnit unit) {
        return switch (unit) {
            case DAY, WEEK -> from.format(SHORT_DAY);
            case MONTH -> from.format(MONTH);
            case YEAR -> Integer.toString(from.getYear());
        };
    }
}
