package dev.contentconnect.aprimo.pm.wire;

import org.jspecify.annotations.Nullable;

/**
 * A file that hangs on an object.
 *
 * @param in all members
 */
public record WireAttachment(PmObject in) {
    /**
     * Its id.
     *
     * @return the number, or null
     */
    public @Nullable Long id() {
        return in.number("attachmentId", "id");
    }

    /**
     * What people call it.
     *
     * @return the text, or null
     */
    public @Nullable String title() {
        return in.text("title");
    }

    /**
     * The object it hangs on.
     *
     * @return the number, or null
     */
    public @Nullable Long objectId() {
        return in.number("objectId");
    }

    /**
     * The type of that object.
     *
     * @return the number, or null
     */
    public @Nullable Long objectTypeId() {
        return in.number("objectTypeId");
    }
}
