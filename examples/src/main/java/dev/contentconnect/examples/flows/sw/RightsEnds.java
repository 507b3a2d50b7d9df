package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.UsageLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When rights end, in words that stay the same for the same end: {@code until 2027-01-01T00:00:00Z} for a date and
 * {@code limit downloads 100} for a limit that is nearly reached.
 */
record RightsEnds(RightsRecord rights, Notice notice) {
    private static final String UNTIL = "until ";

    /** Limits are counted by others, and nobody tells. */
    private static final Duration RECOUNT = Duration.ofDays(1);

    /** All that is stated, whether it is near or not. */
    Set<String> all() {
        Set<String> out = new LinkedHashSet<>();
        for (RightsGrant grant : rights.grants()) {
            if (grant.validity().until() != null) {
                out.add(UNTIL + grant.validity().until());
            }
            if (grant.firstUseBy() != null) {
                out.add(UNTIL + grant.firstUseBy());
            }
        }
        limits().forEach(one -> out.add(word(one)));
        return out;
    }

    private static String word(UsageLimit limit) {
        return "limit " + limit.kind() + " " + limit.max();
    }

    private Set<UsageLimit> limits() {
        Set<UsageLimit> out = new LinkedHashSet<>();
        for (UsageLimit limit : rights.limits()) {
            Long used = limit.used();
            if (used != null && used >= notice.share() * limit.max()) {
                out.add(limit);
            }
        }
        return out;
    }

    /** What people have to hear of now: what has ended before what will, a date before a limit. */
    Optional<String> due(Instant now) {
        if (areOver(rights, now)) {
            return rights.grants().stream()
                    .map(grant -> Objects.requireNonNull(grant.validity().until()))
                    .max(Comparator.naturalOrder())
                    .map(last -> UNTIL + last);
        }
        Instant next = rights.nextDeadline(now);
        if (next != null && !next.minus(notice.ahead()).isAfter(now)) {
            return Optional.of(UNTIL + next);
        }
        return limits().stream().map(RightsEnds::word).findFirst();
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
