package dev.contentconnect.core.report;

import dev.contentconnect.core.model.SourceRef;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits at the moment of the report.
 *
 * @param kind what it is
 * @param step the step or stakeholder it waits for; for a case its kind, where known
 * @param caseKey the key of the case, where known
 * @param caseRef the case, where known
 * @param title what the opening event says about the case, where it does
 * @param subject what it is about, where known
 * @param since since when it waits
 * @param age how long that is
 * @param takenBy who has taken it; null when nobody has
 * @param escalated whether somebody higher up was called
 * @param overdue whether its due time has passed
 */
public record OpenItem(
        Kind kind,
        @Nullable String step,
        @Nullable String caseKey,
        @Nullable SourceRef caseRef,
        @Nullable String title,
        @Nullable SourceRef subject,
        Instant since,
        Duration age,
        @Nullable String takenBy,
        boolean escalated,
        boolean overdue) {

    /** What waits. */
    public enum Kind {
        /** A task that is not done. */
        TASK,
        /** An approval that is not decided. */
        APPROVAL,
        /** A case in which nothing else is open. */
        CASE,
        /** A delivery that failed or was refused. */
        DELIVERY
    }
}
