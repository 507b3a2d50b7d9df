package dev.contentconnect.aprimo.pm.api;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task that stands beside a workflow. Two of begin, end and duration are needed, and a user or a role. Not for reviews.
 *
 * @param projectId the project it belongs to
 * @param title what people call it; null for the service's own
 * @param description what is to be done
 * @param begin when it begins
 * @param end when it should be done
 * @param duration how long it takes; sent in whole days
 * @param userId the user who is to do it
 * @param roleId the role that is to do it
 */
public record SimpleTask(
        long projectId,
        @Nullable String title,
        @Nullable String description,
        @Nullable Instant begin,
        @Nullable Instant end,
        @Nullable Duration duration,
        @Nullable Long userId,
        @Nullable Long roleId) {}
