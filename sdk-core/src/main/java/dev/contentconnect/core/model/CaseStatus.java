package dev.contentconnect.core.model;

/**
 * Where a case stands.
 *
 * <p>An open vocabulary: the constants are the words this SDK knows; a vendor's new word is a value like any other and
 * breaks nothing. Compare with {@code equals}.
 *
 * @param value the word, lower case with underscores for the known ones; never blank
 */
public record CaseStatus(String value) {

    /** Running. */
    public static final CaseStatus OPEN = new CaseStatus("open");

    /** Suspended. */
    public static final CaseStatus ON_HOLD = new CaseStatus("on_hold");

    /** Came to its end. */
    public static final CaseStatus RESOLVED = new CaseStatus("resolved");

    /** Stopped before its end. */
    public static final CaseStatus CANCELLED = new CaseStatus("cancelled");

    /** The system did not say. */
    public static final CaseStatus UNKNOWN = new CaseStatus("unknown");

    /**
     * Makes the word.
     *
     * @param value the word, lower case with underscores for the known ones; never blank
     * @throws IllegalArgumentException when {@code value} is blank
     */
    public CaseStatus {
        value = Words.word(value, "CaseStatus");
    }

    /**
     * The value for a word, as the system spells it.
     *
     * @param value the word, not blank
     * @return the value
     */
    public static CaseStatus of(String value) {
        return new CaseStatus(value);
    }

    /**
     * Whether nothing more will happen.
     *
     * @return true for resolved and cancelled
     */
    public boolean isFinal() {
        return equals(RESOLVED) || equals(CANCELLED);
    }

    @Override
    public String toString() {
        return value;
    }
}
