package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.SourceRef;
import org.jspecify.annotations.Nullable;

/**
 * A comment to be added.
 *
 * @param key chosen by the caller; the same key again finds the comment instead of adding a second one
 * @param text what to say; not blank
 * @param author on whose behalf, where the system lets us say so; otherwise named in the text
 * @param replyTo the comment it answers, or null
 */
public record CommentDraft(
        String key,
        String text,
        @Nullable Actor author,
        @Nullable SourceRef replyTo) {

    /**
     * Makes the value.
     *
     * @param key chosen by the caller; the same key again finds the comment instead of adding a second one
     * @param text what to say; not blank
     * @param author on whose behalf, where the system lets us say so; otherwise named in the text
     * @param replyTo the comment it answers, or null
     * @throws IllegalArgumentException when {@code key} or {@code text} is blank
     */
    public CommentDraft {
        if (key.isBlank()) {
            throw new IllegalArgumentException("key must not be blank");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must not be blank");
        }
    }
}
