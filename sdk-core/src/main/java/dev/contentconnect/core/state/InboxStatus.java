package dev.contentconnect.core.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of a feed is left to do.
 *
 * @param waiting accepted, not handled and in nobody's hands; those that wait for another try included
 * @param held in the hands of a worker right now
 * @param parked put aside after too many failures
 * @param oldestAcceptedAt when the oldest of those waiting or held was accepted; null when there is none
 */
public record InboxStatus(
        long waiting, long held, long parked, @Nullable Instant oldestAcceptedAt) {

    /**
     * Accepted and not handled.
     *
     * @return waiting and held together
     */
    public long backlog() {
        return waiting + held;
    }
}
