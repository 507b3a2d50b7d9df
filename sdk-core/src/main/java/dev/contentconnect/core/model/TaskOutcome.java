package dev.contentconnect.core.model;

import java.util.Objects;

/**
 * One way in which a task can be completed.
 *
 * @param value the word to send
 * @param label what people see
 */
public record TaskOutcome(String value, String label) {

    /**
     * Makes the value.
     *
     * @param value the word to send
     * @param label what people see
     * @throws IllegalArgumentException when {@code value} is blank
     */
    public TaskOutcome {
        Objects.requireNonNull(label, "label");
        if (value.isBlank()) {
            throw new IllegalArgumentException("value must not be blank");
        }
    }
}
