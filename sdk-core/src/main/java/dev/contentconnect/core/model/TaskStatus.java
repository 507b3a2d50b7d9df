package dev.contentconnect.core.model;

/**
 * Where a piece of work stands.
 *
 * <p>An open vocabulary: the constants are the words this SDK knows; a vendor's new word is a value like any other and
 * breaks nothing. Compare with {@code equals}.
 *
 * @param value the word, lower case with underscores for the known ones; never blank
 */
public record TaskStatus(String value) {

    /** Nobody has taken it. */
    public static final TaskStatus OPEN = new TaskStatus("open");

    /** Somebody has. */
    public static final TaskStatus CLAIMED = new TaskStatus("claimed");

    /** Handed to another for an answer. */
    public static final TaskStatus DELEGATED = new TaskStatus("delegated");

    /** Done. */
    public static final TaskStatus COMPLETED = new TaskStatus("completed");

    /** No longer wanted. */
    public static final TaskStatus CANCELLED = new TaskStatus("cancelled");

    /** The system did not say. */
    public static final TaskStatus UNKNOWN = new TaskStatus("unknown");

    /**
     * Makes the word.
     *
     * @param value the word, lower case with underscores for the known ones; never blank
     * @throws IllegalArgumentException when {@code value} is blank
     */
    public TaskStatus {
        value = Words.word(value, "TaskStatus");
    }

    /**
     * The value for a word, as the system spells it.
     *
     * @param value the word, not blank
     * @return the value
     */
    public static TaskStatus of(String value) {
        return new TaskStatus(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
