package dev.contentconnect.aprimo.pm.wire;

import org.jspecify.annotations.Nullable;

/**
 * A version of an attachment or of a digital asset.
 *
 * @param in all members
 */
public record WireVersion(PmObject in) {
    /**
     * Its id.
     *
     * @return the number, or null
     */
    public @Nullable Long id() {
        return in.number("versionId", "id");
    }

    /**
     * Its number, which is text here.
     *
     * @return the text, or null
     */
    public @Nullable String versionNumber() {
        return in.text("versionNumber");
    }

    /**
     * What the file is called.
     *
     * @return the text, or null
     */
    public @Nullable String fileName() {
        return in.text("filename", "fileName");
    }

    /**
     * Where its bytes are.
     *
     * @return the text, or null
     */
    public @Nullable String downloadUri() {
        return in.text("downloadUri");
    }

    /**
     * Whether it is the one that counts.
     *
     * @return true for the one
     */
    public boolean isDefault() {
        return in.flag("isDefaultVersion");
    }
}
