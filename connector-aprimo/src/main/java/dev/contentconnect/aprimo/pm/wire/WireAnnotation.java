package dev.contentconnect.aprimo.pm.wire;

import org.jspecify.annotations.Nullable;

/**
 * A mark on a page of a version, with words.
 *
 * @param in all members
 */
public record WireAnnotation(PmObject in) {
    /**
     * Its id.
     *
     * @return the text, or null
     */
    public @Nullable String id() {
        return in.text("annotationId", "id");
    }

    /**
     * What kind of mark.
     *
     * @return the text, or null
     */
    public @Nullable String type() {
        return in.text("type");
    }

    /**
     * On which page.
     *
     * @return the number, or null
     */
    public @Nullable Long page() {
        return in.number("page");
    }

    /**
     * Who made it.
     *
     * @return the text, or null
     */
    public @Nullable String authorId() {
        return in.text("authorId");
    }

    /**
     * The words.
     *
     * @return the text, or null
     */
    public @Nullable String comment() {
        String own = in.object("content").text("comment");
        return own != null ? own : in.text("comment");
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
