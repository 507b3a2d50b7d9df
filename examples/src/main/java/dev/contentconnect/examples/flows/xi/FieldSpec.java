package dev.contentconnect.examples.flows.xi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a system says of one of its fields.
 *
 * @param name its name
 * @param type what it holds
 * @param multi whether it holds several values
 * @param writable whether it may be written
 * @param required whether it must not be empty
 * @param options the values it takes, exactly as they must be written; empty for any
 * @param maxLength the most characters; null when the system does not say
 */
public record FieldSpec(
        String name,
        Holding type,
        boolean multi,
        boolean writable,
        boolean required,
        List<String> options,
        @Nullable Integer maxLength) {

    /** What a field holds. */
    public enum Holding {
        /** Any text; in systems that do not tell them apart, dates too. */
        TEXT("a text"),
        /** A word of a list. */
        CHOICE("a word of a list"),
        /** Yes or no. */
        FLAG("yes or no"),
        /** A number. */
        NUMBER("a number"),
        /** A day without a time. */
        DAY("a day"),
        /** A moment. */
        MOMENT("a moment"),
        /** Rows of other fields. */
        SET("rows"),
        /** Nobody says. */
        UNKNOWN("something");

        private final String words;

        Holding(String words) {
            this.words = words;
        }

        /** For people. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** Copies the list. */
    public FieldSpec {
        options = List.copyOf(options);
    }
}
