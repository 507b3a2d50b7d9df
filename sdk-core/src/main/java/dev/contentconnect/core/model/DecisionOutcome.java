package dev.contentconnect.core.model;

/**
 * What somebody decided.
 *
 * <p>An open vocabulary: the constants are the words this SDK knows; a vendor's new word is a value like any other and
 * breaks nothing. Compare with {@code equals}.
 *
 * @param value the word, lower case with underscores for the known ones; never blank
 */
public record DecisionOutcome(String value) {

    /** Yes. */
    public static final DecisionOutcome APPROVED = new DecisionOutcome("approved");

    /** Yes, if the conditions in the note are met. */
    public static final DecisionOutcome APPROVED_WITH_CONDITIONS = new DecisionOutcome("approved_with_conditions");

    /** No. */
    public static final DecisionOutcome REJECTED = new DecisionOutcome("rejected");

    /** Not like this; a new version is expected. */
    public static final DecisionOutcome CHANGES_REQUESTED = new DecisionOutcome("changes_requested");

    /** No decision in time; the system ended the wait. */
    public static final DecisionOutcome EXPIRED = new DecisionOutcome("expired");

    /**
     * Makes the word.
     *
     * @param value the word, lower case with underscores for the known ones; never blank
     * @throws IllegalArgumentException when {@code value} is blank
     */
    public DecisionOutcome {
        value = Words.word(value, "DecisionOutcome");
    }

    /**
     * The value for a word, as the system spells it.
     *
     * @param value the word, not blank
     * @return the value
     */
    public static DecisionOutcome of(String value) {
        return new DecisionOutcome(value);
    }

    /**
     * The status an approval has once this was decided.
     *
     * @return the status of the same word
     */
    public ApprovalStatus toStatus() {
        return new ApprovalStatus(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
