package dev.contentconnect.core.model;

/**
 * Whether the people or property shown have agreed.
 *
 * <p>An open vocabulary: the constants are the words this SDK knows; a vendor's new word is a value like any other and
 * breaks nothing. Compare with {@code equals}.
 *
 * @param value the word, lower case with underscores for the known ones; never blank
 */
public record ReleaseState(String value) {

    /** All agreements are there. */
    public static final ReleaseState RELEASED = new ReleaseState("released");

    /** Nothing is shown that needs one. */
    public static final ReleaseState NOT_REQUIRED = new ReleaseState("not_required");

    /** Some agreements are there, some are missing. */
    public static final ReleaseState PARTIAL = new ReleaseState("partial");

    /** A needed agreement is missing. */
    public static final ReleaseState MISSING = new ReleaseState("missing");

    /** The system has a place for it and says nothing. */
    public static final ReleaseState UNKNOWN = new ReleaseState("unknown");

    /**
     * Makes the word.
     *
     * @param value the word, lower case with underscores for the known ones; never blank
     * @throws IllegalArgumentException when {@code value} is blank
     */
    public ReleaseState {
        value = Words.word(value, "ReleaseState");
    }

    /**
     * The value for a word, as the system spells it.
     *
     * @param value the word, not blank
     * @return the value
     */
    public static ReleaseState of(String value) {
        return new ReleaseState(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
