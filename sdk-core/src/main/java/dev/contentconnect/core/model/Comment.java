package dev.contentconnect.core.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody said about an object.
 *
 * @param ref the comment's own identity
 * @param subject what it is about
 * @param subjectVersion the version it is about, where the system says so
 * @param author who said it, where known
 * @param text what was said; may be empty, never null
 * @param at when, where known
 * @param replyTo the comment it answers, where the system threads
 * @param extensions what the vendor adds
 */
public record Comment(
        SourceRef ref,
        SourceRef subject,
        @Nullable String subjectVersion,
        @Nullable Actor author,
        String text,
        @Nullable Instant at,
        @Nullable SourceRef replyTo,
        Extensions extensions) {

    /**
     * Makes a comment.
     *
     * @param ref the comment's own identity
     * @param subject what it is about
     * @param subjectVersion the version it is about, where the system says so
     * @param author who said it, where known
     * @param text what was said; may be empty, never null
     * @param at when, where known
     * @param replyTo the comment it answers, where the system threads
     * @param extensions what the vendor adds
     */
    public Comment {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(extensions, "extensions");
    }

    /**
     * A comment without version, thread or extensions.
     *
     * @param ref the comment's own identity
     * @param subject what it is about
     * @param author who said it, where known
     * @param text what was said
     * @param at when, where known
     * @return the comment
     */
    public static Comment of(
            SourceRef ref, SourceRef subject, @Nullable Actor author, String text, @Nullable Instant at) {
        return new Comment(ref, subject, null, author, text, at, null, Extensions.none());
    }
}
