package dev.contentconnect.core.model;

/**
 * Where an asset stands between its making and its end.
 *
 * <p>An open vocabulary: the constants are the words this SDK knows; a vendor's new word is a value like any other and
 * breaks nothing. Compare with {@code equals}.
 *
 * @param value the word, lower case with underscores for the known ones; never blank
 */
public record AssetStatus(String value) {

    /** Being made; not offered to anyone. */
    public static final AssetStatus DRAFT = new AssetStatus("draft");

    /** Waiting for a decision. */
    public static final AssetStatus IN_REVIEW = new AssetStatus("in_review");

    /** Decided on, not yet offered. */
    public static final AssetStatus APPROVED = new AssetStatus("approved");

    /** Decided against. */
    public static final AssetStatus REJECTED = new AssetStatus("rejected");

    /** Offered to its audience. */
    public static final AssetStatus PUBLISHED = new AssetStatus("published");

    /** Kept back for now. */
    public static final AssetStatus HELD = new AssetStatus("held");

    /** Must not be used. */
    public static final AssetStatus BLOCKED = new AssetStatus("blocked");

    /** Was offered, no longer is. */
    public static final AssetStatus WITHDRAWN = new AssetStatus("withdrawn");

    /** Kept for the record only. */
    public static final AssetStatus ARCHIVED = new AssetStatus("archived");

    /** Gone, or in the bin. */
    public static final AssetStatus DELETED = new AssetStatus("deleted");

    /** The system did not say. */
    public static final AssetStatus UNKNOWN = new AssetStatus("unknown");

    /**
     * Makes the word.
     *
     * @param value the word, lower case with underscores for the known ones; never blank
     * @throws IllegalArgumentException when {@code value} is blank
     */
    public AssetStatus {
        value = Words.word(value, "AssetStatus");
    }

    /**
     * The value for a word, as the system spells it.
     *
     * @param value the word, not blank
     * @return the value
     */
    public static AssetStatus of(String value) {
        return new AssetStatus(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
