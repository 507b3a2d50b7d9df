package dev.contentconnect.xecm.wire;

import org.jspecify.annotations.Nullable;

/**
 * A version of a document.
 *
 * @param fields all members
 */
public record WireVersion(WireFields fields) {
    /**
     * Its number, from 1.
     *
     * @return 0 when the answer has none
     */
    public long number() {
        return fields.number("version_number", 0);
    }

    /**
     * The name of its file.
     *
     * @return null when it does not say
     */
    public @Nullable String fileName() {
        return fields.text("file_name");
    }

    /**
     * Its bytes.
     *
     * @return null when it does not say
     */
    public @Nullable Long fileSize() {
        return fields.number("file_size");
    }

    /**
     * Its media type.
     *
     * @return null when it does not say
     */
    public @Nullable String mimeType() {
        return fields.text("mime_type");
    }

    /**
     * When it was added; may come without a zone.
     *
     * @return null when it does not say
     */
    public @Nullable String createDate() {
        return fields.text("create_date");
    }

    /**
     * Who added it.
     *
     * @return null when it does not say
     */
    public @Nullable Long ownerId() {
        return fields.number("owner_id");
    }

    /**
     * What was said about it.
     *
     * @return null when it does not say
     */
    public @Nullable String description() {
        return fields.text("description");
    }
}
