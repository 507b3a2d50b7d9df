package dev.contentconnect.core.model;

/**
 * The overall word a system has for the rights of an asset.
 *
 * <p>An open vocabulary: the constants are the words this SDK knows; a vendor's new word is a value like any other and
 * breaks nothing. Compare with {@code equals}.
 *
 * @param value the word, lower case with underscores for the known ones; never blank
 */
public record RightsStatus(String value) {

    /** Checked; may be used within the grants. */
    public static final RightsStatus CLEARED = new RightsStatus("cleared");

    /** May be used, within limits that the grants name. */
    public static final RightsStatus RESTRICTED = new RightsStatus("restricted");

    /** Must not be used for now. */
    public static final RightsStatus BLOCKED = new RightsStatus("blocked");

    /** The grant was taken back for good. */
    public static final RightsStatus REVOKED = new RightsStatus("revoked");

    /** The licence has ended. */
    public static final RightsStatus EXPIRED = new RightsStatus("expired");

    /** Being checked. */
    public static final RightsStatus PENDING = new RightsStatus("pending");

    /** Nobody said. */
    public static final RightsStatus UNKNOWN = new RightsStatus("unknown");

    /**
     * Makes the word.
     *
     * @param value the word, lower case with underscores for the known ones; never blank
     * @throws IllegalArgumentException when {@code value} is blank
     */
    public RightsStatus {
        value = Words.word(value, "RightsStatus");
    }

    /**
     * The value for a word, as the system spells it.
     *
     * @param value the word, not blank
     * @return the value
     */
    public static RightsStatus of(String value) {
        return new RightsStatus(value);
    }

    /**
     * Whether the word alone forbids every use.
     *
     * @return true for blocked, revoked and expired
     */
    public boolean forbids() {
        return equals(BLOCKED) || equals(REVOKED) || equals(EXPIRED);
    }

    /**
     * Whether the word lets the grants decide.
     *
     * @return true for cleared and restricted; a word not known here never does
     */
    public boolean lets() {
        return equals(CLEARED) || equals(RESTRICTED);
    }

    @Override
    public String toString() {
        return value;
    }
}
