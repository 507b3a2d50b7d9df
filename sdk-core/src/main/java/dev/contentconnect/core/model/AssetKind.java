package dev.contentconnect.core.model;

/**
 * What sort of content an asset is.
 *
 * <p>An open vocabulary: the constants are the words this SDK knows; a vendor's new word is a value like any other and
 * breaks nothing. Compare with {@code equals}.
 *
 * @param value the word, lower case with underscores for the known ones; never blank
 */
public record AssetKind(String value) {

    /** A still picture. */
    public static final AssetKind IMAGE = new AssetKind("image");

    /** Moving pictures. */
    public static final AssetKind VIDEO = new AssetKind("video");

    /** Sound. */
    public static final AssetKind AUDIO = new AssetKind("audio");

    /** Text or layout to read, such as a PDF. */
    public static final AssetKind DOCUMENT = new AssetKind("document");

    /** Several files in one, such as a package. */
    public static final AssetKind ARCHIVE = new AssetKind("archive");

    /** A starting point for further content. */
    public static final AssetKind TEMPLATE = new AssetKind("template");

    /** A three-dimensional model. */
    public static final AssetKind THREE_D = new AssetKind("3d");

    /** None of the words above, or not stated. */
    public static final AssetKind OTHER = new AssetKind("other");

    /**
     * Makes the word.
     *
     * @param value the word, lower case with underscores for the known ones; never blank
     * @throws IllegalArgumentException when {@code value} is blank
     */
    public AssetKind {
        value = Words.word(value, "AssetKind");
    }

    /**
     * The value for a word, as the system spells it.
     *
     * @param value the word, not blank
     * @return the value
     */
    public static AssetKind of(String value) {
        return new AssetKind(value);
    }

    /**
     * The kind that a media type suggests.
     *
     * @param mediaType for example {@code image/png}; parameters and letter case do not matter
     * @return the kind; {@link #OTHER} when the type says nothing
     */
    public static AssetKind ofMediaType(String mediaType) {
        String type = mediaType.strip().toLowerCase(java.util.Locale.ROOT);
        if (type.startsWith("image/")) {
            return IMAGE;
        }
        if (type.startsWith("video/")) {
            return VIDEO;
        }
        if (type.startsWith("audio/")) {
            return AUDIO;
        }
        if (type.startsWith("model/")) {
            return THREE_D;
        }
        if (type.startsWith("text/") || type.startsWith("application/pdf")) {
            return DOCUMENT;
        }
        return type.startsWith("application/zip") ? ARCHIVE : OTHER;
    }

    @Override
    public String toString() {
        return value;
    }
}
