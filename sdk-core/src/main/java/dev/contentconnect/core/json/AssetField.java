package dev.contentconnect.core.json;

import java.util.Arrays;
import java.util.Optional;

/** A part of an asset that a place in a JSON answer can be mapped to, see {@link AssetFields}. Texts may come as numbers, numbers as texts. */
public enum AssetField {
    /** What the asset is known by there; required. */
    ID("id"),
    /** The key under which it was made. */
    KEY("key"),
    /** What people call it. */
    TITLE("title"),
    /** What it shows. */
    DESCRIPTION("description"),
    /** What sort of content; from the media type where it is not mapped. */
    KIND("kind"),
    /** Where it stands. */
    STATUS("status"),
    /** The market it was made for. */
    MARKET("market"),
    /** An IETF language tag. */
    LANGUAGE("language"),
    /** Who made it; a text or a list of texts. */
    CREATORS("creators"),
    /** Key words; a text or a list of texts. */
    TAGS("tags"),
    /** The id of its present version. */
    VERSION("version"),
    /** The name of the file. */
    FILE_NAME("fileName"),
    /** For example {@code image/png}. */
    MEDIA_TYPE("mediaType"),
    /** The size of the file in bytes. */
    SIZE_BYTES("sizeBytes"),
    /** The SHA-256 of the file, 64 hexadecimal digits. */
    SHA256("sha256"),
    /** When it appeared; ISO 8601. */
    CREATED_AT("createdAt"),
    /** When it last changed; ISO 8601. */
    UPDATED_AT("updatedAt");

    private final String word;

    AssetField(String word) {
        this.word = word;
    }

    /**
     * How it is called in options.
     *
     * @return for example {@code mediaType}
     */
    public String word() {
        return word;
    }

    /**
     * The field of a word.
     *
     * @param word as options have it
     * @return the field, or nothing
     */
    public static Optional<AssetField> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
