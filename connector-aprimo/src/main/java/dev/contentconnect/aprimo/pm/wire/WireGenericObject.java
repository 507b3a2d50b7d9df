package dev.contentconnect.aprimo.pm.wire;

import org.jspecify.annotations.Nullable;

/**
 * An object of one of the five kinds that a tenant defines.
 *
 * @param in all members
 */
public record WireGenericObject(PmObject in) {
    /**
     * Its id.
     *
     * @return the number, or null
     */
    public @Nullable Long id() {
        return in.number("id");
    }

    /**
     * What people call it.
     *
     * @return the text, or null
     */
    public @Nullable String name() {
        return in.text("name", "title");
    }

    /**
     * What it is.
     *
     * @return the text, or null
     */
    public @Nullable String description() {
        return in.text("description");
    }

    /**
     * The object it hangs on.
     *
     * @return the number, or null
     */
    public @Nullable Long relatedObjectId() {
        return in.number("relatedObjectId");
    }

    /**
     * Its status: a word when read, a number when written.
     *
     * @return the text, or null
     */
    public @Nullable String status() {
        return in.text("status");
    }

    /**
     * When it changed, as it was sent.
     *
     * @return the text, or null
     */
    public @Nullable String modifiedDate() {
        return in.text("modifiedDate");
    }
}
