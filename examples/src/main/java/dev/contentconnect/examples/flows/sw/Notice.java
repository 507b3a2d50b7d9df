package dev.contentconnect.examples.flows.sw;

import java.time.Duration;

/**
 * How early people want to hear that rights are about to end.
 *
 * @param ahead so long before a date
 * @param share at this share of a limit, above 0 and up to 1
 */
public record Notice(Duration ahead, double share) {
    /** A month before a date, and at nine tenths of a limit. */
    public static final Notice DEFAULT = new Notice(Duration.ofDays(30), 0.9);

    /**
     * Makes a rule.
     *
     * @throws IllegalArgumentException when the time is negative, or the share is none
     */
    public Notice {
        if (ahead.isNegative() || !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "a time of 0 or more, and a share above 0 and up to 1: " + ahead + ", " + share);
        }
    }
}
