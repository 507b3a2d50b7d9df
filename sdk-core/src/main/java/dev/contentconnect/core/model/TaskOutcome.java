package dev.contentconnect.core.model;

/**
 * One way in which a task can be completed.
 *
 * @param value the word to send
 * @param label what people see
 */
public record TaskOutcome(String value, String label) {

    /**
     * Makes the value; collections are copied.
     *
     * @param value the word to send
     * @param label what people see
     * @throws IllegalArgumentException when {@code value} is blank
     */
    public TaskOutcome {
        if (value.isBlank()) {
            throw new IllegalArgumentException("value must not be blank");
        }
    }
}
