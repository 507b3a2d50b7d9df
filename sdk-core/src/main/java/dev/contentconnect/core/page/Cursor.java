package dev.contentconnect.core.page;

/**
 * A place in a list or feed. Opaque: store it as text, hand it back to the connector that made it, and nothing else.
 *
 * @param value the text; never empty
 */
public record Cursor(String value) {

    /**
     * Makes a cursor.
     *
     * @param value the text; never empty
     * @throws IllegalArgumentException when {@code value} is empty
     */
    public Cursor {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a cursor is not empty");
        }
    }

    /**
     * A cursor from stored text.
     *
     * @param value what {@link #value()} gave
     * @return the cursor
     */
    public static Cursor of(String value) {
        return new Cursor(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
