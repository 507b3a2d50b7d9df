package dev.contentconnect.core.state;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit trail are wanted. What is null does not limit.
 *
 * @param after only entries with a greater number; 0 for all
 * @param from only events that occurred at this time or later
 * @param until only events that occurred before this time
 * @param source only events that this system or flow reported
 * @param caseKey only events of the case with this key
 * @param subject only events about this object
 */
public record TrailQuery(
        long after,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String source,
        @Nullable String caseKey,
        @Nullable SourceRef subject) {

    /** The whole trail. */
    public static final TrailQuery ALL = new TrailQuery(0, null, null, null, null, null);

    /**
     * Goes on behind an entry.
     *
     * @param after the number of the last entry seen
     * @return a narrower query
     */
    public TrailQuery after(long after) {
        return new TrailQuery(after, from, until, source, caseKey, subject);
    }

    /**
     * Limits the time of the events, half-open.
     *
     * @param from the first moment, or null
     * @param until the first moment that is too late, or null
     * @return a narrower query
     */
    public TrailQuery between(@Nullable Instant from, @Nullable Instant until) {
        return new TrailQuery(after, from, until, source, caseKey, subject);
    }

    /**
     * Limits who reported the events.
     *
     * @param source the short name of a system or flow
     * @return a narrower query
     */
    public TrailQuery by(String source) {
        return new TrailQuery(after, from, until, source, caseKey, subject);
    }

    /**
     * Limits the case.
     *
     * @param caseKey the caller-chosen key of the case
     * @return a narrower query
     */
    public TrailQuery ofCase(String caseKey) {
        return new TrailQuery(after, from, until, source, caseKey, subject);
    }

    /**
     * Limits the object. Events that are merely {@link CaseEvent#related()} to it do not count.
     *
     * @param subject the object the events are about
     * @return a narrower query
     */
    public TrailQuery about(SourceRef subject) {
        return new TrailQuery(after, from, until, source, caseKey, subject);
    }

    /**
     * Whether an entry is wanted. Reads its event only where it must.
     *
     * @param entry an entry of the trail
     * @return true when it fits every criterion
     * @throws StateException CORRUPT when the entry does not hold an event and the answer depends on it
     */
    public boolean takes(TrailEntry entry) {
        if (entry.number() <= after) {
            return false;
        }
        if (from == null && until == null && source == null && caseKey == null && subject == null) {
            return true;
        }
        CaseEvent event = entry.event();
        return (from == null || !event.occurredAt().isBefore(from))
                && (until == null || event.occurredAt().isBefore(until))
                && (source == null || source.equals(event.source()))
                && (caseKey == null || caseKey.equals(event.caseKey()))
                && (subject == null || subject.equals(event.subject()));
    }
}
