package dev.contentconnect.core.state;

import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tie between two objects, usually of two systems.
 *
 * @param from one end
 * @param type what the tie means, for example {@code mirrors}; never blank
 * @param to the other end
 * @param version grows by one with each write; 0 before the first
 * @param fingerprint of what was last written to {@code to}; what comes back with the same fingerprint is our own echo
 * @param updatedAt when it was last written
 */
public record StateLink(
        SourceRef from,
        String type,
        SourceRef to,
        long version,
        @Nullable String fingerprint,
        Instant updatedAt) {

    /**
     * Makes a tie.
     *
     * @param from one end
     * @param type what the tie means, for example {@code mirrors}; never blank
     * @param to the other end
     * @param version grows by one with each write; 0 before the first
     * @param fingerprint of what was last written to {@code to}; what comes back with the same fingerprint is our
     *     own echo
     * @param updatedAt when it was last written
     * @throws IllegalArgumentException when {@code type} is blank or {@code version} negative
     */
    public StateLink {
        if (type.isBlank() || version < 0) {
            throw new IllegalArgumentException("a link has a type and a version of 0 or more");
        }
    }
}
