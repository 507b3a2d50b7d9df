package dev.contentconnect.core.mirror;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a field at one moment.
 *
 * @param value the value; null when the system says nothing
 * @param changedAt when it was changed last, by the clock of the system; null when the system does not say. Where the
 *     system only dates the whole object, that date
 * @param version grows or differs with each change, where the system counts them; null where it does not
 */
public record Reading(
        @Nullable String value,
        @Nullable Instant changedAt,
        @Nullable String version) {

    /** A field of which the system says nothing. */
    public static final Reading NOTHING = new Reading(null, null, null);

    /**
     * A value whose changes are not counted.
     *
     * @param value the value, or null
     * @param changedAt when it was changed last, or null
     * @return the reading
     */
    public static Reading of(@Nullable String value, @Nullable Instant changedAt) {
        return new Reading(value, changedAt, null);
    }

    /** Whether the field was certainly written between that reading and this one. */
    boolean isLaterThan(Reading before) {
        if (version != null && before.version != null) {
            return !version.equals(before.version);
        }
        return changedAt != null && before.changedAt != null && !changedAt.equals(before.changedAt);
    }
}
