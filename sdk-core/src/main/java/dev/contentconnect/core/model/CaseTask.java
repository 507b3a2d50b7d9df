package dev.contentconnect.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work in a case, for one person at a time.
 *
 * @param ref the identity
 * @param caseRef the case it belongs to
 * @param name what people call it; never blank
 * @param step the stable word for this step in the definition of the case, for example {@code legal}
 * @param status where it stands
 * @param assignee who works on it, where somebody does
 * @param candidates users and groups that may take it; may be empty
 * @param priority the system's number
 * @param outcome how it was completed, in the words of the system
 * @param createdAt when it was asked for
 * @param claimedAt when somebody took it
 * @param dueAt when it is due
 * @param completedAt when it was done
 * @param extensions what the vendor adds
 */
public record CaseTask(
        SourceRef ref,
        SourceRef caseRef,
        String name,
        @Nullable String step,
        TaskStatus status,
        @Nullable Actor assignee,
        List<String> candidates,
        @Nullable Integer priority,
        @Nullable String outcome,
        @Nullable Instant createdAt,
        @Nullable Instant claimedAt,
        @Nullable Instant dueAt,
        @Nullable Instant completedAt,
        Extensions extensions) {

    /**
     * Makes the value; collections are copied.
     *
     * @param ref the identity
     * @param caseRef the case it belongs to
     * @param name what people call it; never blank
     * @param step the stable word for this step in the definition of the case, for example {@code legal}
     * @param status where it stands
     * @param assignee who works on it, where somebody does
     * @param candidates users and groups that may take it; may be empty
     * @param priority the system's number
     * @param outcome how it was completed, in the words of the system
     * @param createdAt when it was asked for
     * @param claimedAt when somebody took it
     * @param dueAt when it is due
     * @param completedAt when it was done
     * @param extensions what the vendor adds
     * @throws IllegalArgumentException when {@code name} is blank
     */
    public CaseTask {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(caseRef, "caseRef");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(extensions, "extensions");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        candidates = List.copyOf(candidates);
    }
}
