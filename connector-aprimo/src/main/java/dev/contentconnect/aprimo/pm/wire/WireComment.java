package dev.contentconnect.aprimo.pm.wire;

import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a version. It can be read alone.
 *
 * @param in all members
 */
public record WireComment(PmObject in) {
    /**
     * Its id.
     *
     * @return the text, or null
     */
    public @Nullable String id() {
        return in.text("id", "commentId");
    }

    /**
     * What was said.
     *
     * @return the text, or null
     */
    public @Nullable String text() {
        return in.text("commentText", "comment", "text");
    }

    /**
     * Who said it.
     *
     * @return the text, or null
     */
    public @Nullable String creatorId() {
        return in.text("creatorId");
    }

    /**
     * The first name of who said it.
     *
     * @return the text, or null
     */
    public @Nullable String firstName() {
        return in.text("userFirstName");
    }

    /**
     * The last name of who said it.
     *
     * @return the text, or null
     */
    public @Nullable String lastName() {
        return in.text("userLastName");
    }

    /**
     * When, as it was sent.
     *
     * @return the text, or null
     */
    public @Nullable String createdDate() {
        return in.text("createdDate");
    }
}
