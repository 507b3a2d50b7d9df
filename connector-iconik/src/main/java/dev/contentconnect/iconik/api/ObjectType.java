package dev.contentconnect.iconik.api;

/**
 * A kind of object, as it stands in paths.
 *
 * @param value the word of the service, for example {@code assets}; never blank
 */
public record ObjectType(String value) {
    /** Assets. */
    public static final ObjectType ASSETS = new ObjectType("assets");

    /** Collections. */
    public static final ObjectType COLLECTIONS = new ObjectType("collections");

    /** Segments: comments, markers and other things that have a time. */
    public static final ObjectType SEGMENTS = new ObjectType("segments");

    /** Saved searches. */
    public static final ObjectType SAVED_SEARCHES = new ObjectType("saved_searches");

    /**
     * Makes the word.
     *
     * @param value the word of the service, for example {@code assets}; never blank
     * @throws IllegalArgumentException when {@code value} is blank
     */
    public ObjectType {
        if (value.isBlank()) {
            throw new IllegalArgumentException("value must not be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
