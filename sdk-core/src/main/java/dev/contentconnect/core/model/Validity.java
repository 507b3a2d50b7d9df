package dev.contentconnect.core.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time that includes its start and not its end.
 *
 * @param from the first moment; null means since ever
 * @param until the first moment after; null means without end
 */
public record Validity(@Nullable Instant from, @Nullable Instant until) {
    /** Always. */
    public static final Validity ALWAYS = new Validity(null, null);

    /**
     * Makes a stretch.
     *
     * @param from the first moment; null means since ever
     * @param until the first moment after; null means without end
     * @throws IllegalArgumentException when {@code until} lies before {@code from}
     */
    public Validity {
        if (from != null && until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins: " + from + " – " + until);
        }
    }

    /**
     * A stretch of whole days as people write it: both days included, in the zone of whoever wrote them.
     *
     * @param first the first day; null means since ever
     * @param last the last day, included; null means without end
     * @param zone the zone in which the days are days; clock changes are taken into account
     * @return the stretch of instants
     * @throws IllegalArgumentException when {@code last} lies before {@code first}
     */
    public static Validity ofDays(@Nullable LocalDate first, @Nullable LocalDate last, ZoneId zone) {
        // The start of the day after yesterday is the start of today: the compact constructor would not notice.
        if (first != null && last != null && last.isBefore(first)) {
            throw new IllegalArgumentException("the last day lies before the first: " + first + " – " + last);
        }
        return new Validity(
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /**
     * Whether a moment lies inside.
     *
     * @param moment the moment
     * @return true from the start up to, not including, the end
     */
    public boolean contains(Instant moment) {
        return (from == null || !moment.isBefore(from)) && (until == null || moment.isBefore(until));
    }
}
