package dev.contentconnect.core.model;

import org.jspecify.annotations.Nullable;

/**
 * A counted limit, for example of downloads.
 *
 * @param kind what is counted, in the system's words, for example {@code downloads}; never blank
 * @param max the most that is allowed; 0 or more
 * @param used how much is used up; null when the system does not say
 */
public record UsageLimit(String kind, long max, @Nullable Long used) {

    /**
     * Makes a limit.
     *
     * @param kind what is counted, in the system's words, for example {@code downloads}; never blank
     * @param max the most that is allowed; 0 or more
     * @param used how much is used up; null when the system does not say
     * @throws IllegalArgumentException when {@code kind} is blank or a number negative
     */
    public UsageLimit {
        Words.word(kind, "kind");
        if (max < 0 || (used != null && used < 0)) {
            throw new IllegalArgumentException("limits and counts are not negative: " + kind + " " + used + "/" + max);
        }
    }

    /** ALLOWED, DENIED or UNKNOWN for so many further uses. */
    Verdict verdict(long quantity) {
        if (quantity > max) {
            return Verdict.DENIED;
        }
        if (used == null) {
            return Verdict.UNKNOWN;
        }
        return used > max - quantity ? Verdict.DENIED : Verdict.ALLOWED;
    }
}
