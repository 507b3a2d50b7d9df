package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request for decisions.
 *
 * @param key chosen by the caller; the same key again finds the request instead of making a second one
 * @param title what people call it
 * @param subject what is to be decided on
 * @param subjectVersion which version of it
 * @param stakeholders whose decisions are needed, for example {@code legal}; empty leaves it to the system's own rules
 * @param dueAt when they are due
 * @param note what the deciders should know
 * @param attributes plain values that ride along to the deciders; may be empty; never a secret
 */
public record ApprovalRequest(
        String key,
        String title,
        SourceRef subject,
        @Nullable String subjectVersion,
        List<String> stakeholders,
        @Nullable Instant dueAt,
        @Nullable String note,
        Map<String, Object> attributes) {

    /**
     * Makes the value; collections are copied.
     *
     * @param key chosen by the caller; the same key again finds the request instead of making a second one
     * @param title what people call it
     * @param subject what is to be decided on
     * @param subjectVersion which version of it
     * @param stakeholders whose decisions are needed, for example {@code legal}; empty leaves it to the system's own
     *     rules
     * @param dueAt when they are due
     * @param note what the deciders should know
     * @param attributes plain values that ride along to the deciders; may be empty; never a secret
     * @throws IllegalArgumentException when {@code key} or {@code title} is blank
     */
    public ApprovalRequest {
        if (key.isBlank()) {
            throw new IllegalArgumentException("key must not be blank");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank");
        }
        stakeholders = List.copyOf(stakeholders);
        attributes = Attributes.copy(attributes);
    }
}
