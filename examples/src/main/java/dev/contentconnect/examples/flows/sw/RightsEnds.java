package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.UsageLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When rights end, in words that stay the same for the same end: {@code until 2027-01-01T00:00:00Z} for a date and
 * {@code limit downloads 100} for a limit that is nearly reached.
 */
record RightsEnds(RightsRecord rights, Notice notice) {
    private static final String UNTIL = "until ";
    private static final String LIMIT = "limit ";

    /** Limits are counted by others, and nobody tells. */
    private static final Duration RECOUNT = Duration.ofDays(1);

    /**
     * Whether an end that people heard of is no longer stated, or no longer near. What cannot be read was not renewed: neither rights
     * that nobody stands by, nor a limit whose counter is not known.
     */
    boolean isLifted(String end) {
        if (!isReadable()) {
            return false;
        }
        Instant date = date(end);
        return date != null
                ? !dates().contains(date)
                : rights.limits().stream()
                        .filter(one -> end.startsWith(LIMIT + one.kind() + " "))
                        .allMatch(one ->
                                one.used() != null && !(isNear(one) && word(one).equals(end)));
    }

    /** A licence says it in its status. A portal has no word for it, and says which of its times are none. */
    private boolean isReadable() {
        boolean isOfPortal = rights.modelRelease() == null && rights.status().equals(RightsStatus.UNKNOWN);
        return isOfPortal
                ? !rights.extensions().get(rights.ref().system()).containsKey("unreadable")
                : rights.status().lets();
    }

    /** All that are stated, near or not. */
    private SortedSet<Instant> dates() {
        SortedSet<Instant> out = new TreeSet<>();
        for (RightsGrant grant : rights.grants()) {
            if (grant.validity().until() != null) {
                out.add(grant.validity().until());
            }
            if (grant.firstUseBy() != null) {
                out.add(grant.firstUseBy());
            }
        }
        return out;
    }

    private static String word(UsageLimit limit) {
        return LIMIT + limit.kind() + " " + limit.max();
    }

    private boolean isNear(UsageLimit limit) {
        Long used = limit.used();
        return used != null && used >= notice.share() * limit.max();
    }

    /** What people have to hear of now: what has ended and nothing else, or dates in their order before limits. */
    List<String> due(Instant now) {
        if (areOver(rights, now)) {
            return rights.grants().stream()
                    .map(grant -> Objects.requireNonNull(grant.validity().until()))
                    .max(Comparator.naturalOrder())
                    .map(last -> UNTIL + last)
                    .stream()
                    .toList();
        }
        Stream<String> dates = dates().stream()
                .filter(date -> date.isAfter(now) && !date.minus(notice.ahead()).isAfter(now))
                .map(date -> UNTIL + date);
        return Stream.concat(
                        dates, rights.limits().stream().filter(this::isNear).map(RightsEnds::word))
                .distinct()
                .toList();
    }

    /** Whether every grant has ended; each stands for itself. */
    static boolean areOver(RightsRecord rights, Instant now) {
        return !rights.grants().isEmpty()
                && rights.grants().stream().allMatch(grant -> {
                    Instant until = grant.validity().until();
                    return until != null && !until.isAfter(now);
                });
    }

    /** The date of an end; null for a limit. */
    static @Nullable Instant date(String end) {
        return end.startsWith(UNTIL) ? Instant.parse(end.substring(UNTIL.length())) : null;
    }

    /** When to look again, at the latest; null where nothing can end. */
    @Nullable Instant lookAgain(Instant now) {
        Instant next = rights.nextDeadline(now);
        Instant look = next == null ? null : next.minus(notice.ahead());
        if (look != null && look.isBefore(now)) {
            look = next;
        }
        Instant count = rights.limits().isEmpty() ? null : now.plus(RECOUNT);
        return look == null || (count != null && count.isBefore(look)) ? count : look;
    }
}
