package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call for somebody higher up.
 *
 * @param reason why, kept as a comment
 * @param priority the new priority in the system's numbers, or null to leave it
 * @param assignee who takes over, or null to leave it
 * @param dueAt the new due time, or null to leave it
 */
public record Escalation(
        String reason,
        @Nullable Integer priority,
        @Nullable Actor assignee,
        @Nullable Instant dueAt) {

    /**
     * Makes the value.
     *
     * @param reason why, kept as a comment
     * @param priority the new priority in the system's numbers, or null to leave it
     * @param assignee who takes over, or null to leave it
     * @param dueAt the new due time, or null to leave it
     * @throws IllegalArgumentException when {@code reason} is blank
     */
    public Escalation {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason must not be blank");
        }
    }
}
