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

    /**
     * Checks that this tie may stand in for another.
     *
     * @param expected the other, or null for none
     * @throws IllegalArgumentException when they differ in an end or in type, or have the same version
     */
    public void checkReplaces(@Nullable StateLink expected) {
        if (expected != null
                && (!expected.from.equals(from)
                        || !expected.type.equals(type)
                        || !expected.to.equals(to)
                        || expected.version == version)) {
            throw new IllegalArgumentException(
                    "a link is replaced by one of the same ends and type, of another version");
        }
    }
}
