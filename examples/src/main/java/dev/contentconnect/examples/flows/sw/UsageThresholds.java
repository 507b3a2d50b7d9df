package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.UsageLimit;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What compliance wants to know about. Policy, so the host's business.
 *
 * @param percents shares of a limit that are looked into when a counter reaches them, such as 80 and 100; each between 1 and 100
 * @param downloadsADay more downloads than this by one recipient on one day are looked into; 1 or more
 */
public record UsageThresholds(List<Integer> percents, long downloadsADay) {

    /**
     * Copies the list in order.
     *
     * @throws IllegalArgumentException when a share is not between 1 and 100, or the number of downloads is below 1
     */
    public UsageThresholds {
        percents = List.copyOf(new TreeSet<>(percents));
        if (percents.stream().anyMatch(one -> one < 1 || one > 100) || downloadsADay < 1) {
            throw new IllegalArgumentException("thresholds are 1 to 100 percent, and 1 download or more");
        }
    }

    /** Each threshold that a counter has reached, once. A counter or limit that is not known reaches none. */
    List<UsageBreach> counted(SourceRef licence, RightsRecord rights) {
        List<UsageBreach> out = new ArrayList<>();
        for (UsageLimit limit : rights.limits()) {
            Long used = limit.used();
            for (int percent : percents) {
                if (used != null && limit.max() > 0 && isReached(used, limit.max(), percent)) {
                    out.add(new UsageBreach(
                            licence,
                            limit.kind() + "-" + percent + "-of-" + limit.max(),
                            limit.kind() + ": " + used + " of " + limit.max() + ", which is " + percent
                                    + " percent or more",
                            percent == 100 ? "critical" : "high",
                            true));
                }
            }
        }
        return out;
    }

    /** Whether counter and limit of a breach are known: only then can it be said that it is over. */
    boolean isCounted(String word, RightsRecord rights) {
        return rights.limits().stream()
                .anyMatch(limit -> limit.used() != null && limit.max() > 0 && word.startsWith(limit.kind() + "-"));
    }

    private static boolean isReached(long used, long max, int percent) {
        return BigInteger.valueOf(used)
                        .multiply(BigInteger.valueOf(100))
                        .compareTo(BigInteger.valueOf(max).multiply(BigInteger.valueOf(percent)))
                >= 0;
    }

    private static boolean hasEnded(@Nullable Instant until, Instant at) {
        return until != null && !until.isAfter(at);
    }

    /**
     * A download at a time at which no term was valid, once one had ended. What nobody stated is no breach: before the terms of
     * today there may have been others.
     */
    List<UsageBreach> downloaded(Delivery download, SourceRef asset, RightsRecord rights) {
        Instant at = download.at();
        boolean outside = at != null
                && rights.grants().stream()
                        .anyMatch(grant -> hasEnded(grant.validity().until(), at))
                && rights.grants().stream().noneMatch(grant -> grant.validity().contains(at));
        return outside
                ? List.of(new UsageBreach(
                        asset,
                        "download-" + download.ref().id(),
                        download.recipient() + " downloaded it on " + at + ", when no term of its licence was valid",
                        "critical",
                        false))
                : List.of();
    }
}
