package dev.contentconnect.core.model;

/**
 * Where one approval stands.
 *
 * <p>An open vocabulary: the constants are the words this SDK knows; a vendor's new word is a value like any other and
 * breaks nothing. Compare with {@code equals}.
 *
 * @param value the word, lower case with underscores for the known ones; never blank
 */
public record ApprovalStatus(String value) {

    /** Asked for; nobody has taken it. */
    public static final ApprovalStatus PENDING = new ApprovalStatus("pending");

    /** Somebody is looking at it. */
    public static final ApprovalStatus IN_REVIEW = new ApprovalStatus("in_review");

    /** Handed to another for an answer. */
    public static final ApprovalStatus DELEGATED = new ApprovalStatus("delegated");

    /** Decided: yes. */
    public static final ApprovalStatus APPROVED = new ApprovalStatus("approved");

    /** Decided: yes, if the conditions are met. */
    public static final ApprovalStatus APPROVED_WITH_CONDITIONS = new ApprovalStatus("approved_with_conditions");

    /** Decided: no. */
    public static final ApprovalStatus REJECTED = new ApprovalStatus("rejected");

    /** Decided: not like this; a new version is expected. */
    public static final ApprovalStatus CHANGES_REQUESTED = new ApprovalStatus("changes_requested");

    /** Nobody decided in time. */
    public static final ApprovalStatus EXPIRED = new ApprovalStatus("expired");

    /** Taken back before a decision. */
    public static final ApprovalStatus CANCELLED = new ApprovalStatus("cancelled");

    /** The system did not say. */
    public static final ApprovalStatus UNKNOWN = new ApprovalStatus("unknown");

    /**
     * Makes the word.
     *
     * @param value the word, lower case with underscores for the known ones; never blank
     * @throws IllegalArgumentException when {@code value} is blank
     */
    public ApprovalStatus {
        value = Words.word(value, "ApprovalStatus");
    }

    /**
     * The value for a word, as the system spells it.
     *
     * @param value the word, not blank
     * @return the value
     */
    public static ApprovalStatus of(String value) {
        return new ApprovalStatus(value);
    }

    /**
     * Whether the word is the end of the approval.
     *
     * @return true for the decided, expired and cancelled words; false for open ones and for words not known here
     */
    public boolean isFinal() {
        return equals(APPROVED)
                || equals(APPROVED_WITH_CONDITIONS)
                || equals(REJECTED)
                || equals(CHANGES_REQUESTED)
                || equals(EXPIRED)
                || equals(CANCELLED);
    }

    @Override
    public String toString() {
        return value;
    }
}
