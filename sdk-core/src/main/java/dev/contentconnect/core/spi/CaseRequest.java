package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case to be opened.
 *
 * @param key chosen by the caller; the same key again finds the case instead of opening a second one
 * @param type which kind of case: the key of a definition the system knows
 * @param title what people call it
 * @param subject what it is about
 * @param subjectVersion which version of it
 * @param dueAt when it should be done
 * @param note a first comment
 * @param attributes plain values for the case: String, Boolean, Number, Instant, List or Map; never a secret
 */
public record CaseRequest(
        String key,
        String type,
        String title,
        @Nullable SourceRef subject,
        @Nullable String subjectVersion,
        @Nullable Instant dueAt,
        @Nullable String note,
        Map<String, Object> attributes) {

    /**
     * Makes the value; collections are copied.
     *
     * @param key chosen by the caller; the same key again finds the case instead of opening a second one
     * @param type which kind of case: the key of a definition the system knows
     * @param title what people call it
     * @param subject what it is about
     * @param subjectVersion which version of it
     * @param dueAt when it should be done
     * @param note a first comment
     * @param attributes plain values for the case: String, Boolean, Number, Instant, List or Map; never a secret
     * @throws IllegalArgumentException when {@code key} or {@code type} or {@code title} is blank
     */
    public CaseRequest {
        if (key.isBlank()) {
            throw new IllegalArgumentException("key must not be blank");
        }
        if (type.isBlank()) {
            throw new IllegalArgumentException("type must not be blank");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank");
        }
        attributes = Attributes.copy(attributes);
    }
}
