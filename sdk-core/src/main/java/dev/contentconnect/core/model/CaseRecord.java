package dev.contentconnect.core.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A piece of business that several people work on, such as an approval of a package. What a system calls process,
 * workflow, project or case.
 *
 * @param ref the identity
 * @param key the caller-chosen key under which it was opened, where the system keeps one
 * @param type which kind of case, in the words of the system
 * @param title what people call it
 * @param status where it stands
 * @param outcome how it ended, in the words of the system; null while open or when it does not say
 * @param subject what it is about, where the system keeps it
 * @param openedAt when it began, where known
 * @param dueAt when it should end, where a date was set
 * @param closedAt when it ended; null while open
 * @param extensions what the vendor adds, among it the variables or fields of the case
 */
public record CaseRecord(
        SourceRef ref,
        @Nullable String key,
        @Nullable String type,
        @Nullable String title,
        CaseStatus status,
        @Nullable String outcome,
        @Nullable SourceRef subject,
        @Nullable Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Instant closedAt,
        Extensions extensions) {

    /**
     * Makes a record of a case.
     *
     * @param ref the identity
     * @param key the caller-chosen key under which it was opened, where the system keeps one
     * @param type which kind of case, in the words of the system
     * @param title what people call it
     * @param status where it stands
     * @param outcome how it ended, in the words of the system; null while open or when it does not say
     * @param subject what it is about, where the system keeps it
     * @param openedAt when it began, where known
     * @param dueAt when it should end, where a date was set
     * @param closedAt when it ended; null while open
     * @param extensions what the vendor adds, among it the variables or fields of the case
     */
    public CaseRecord {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(extensions, "extensions");
    }
}
