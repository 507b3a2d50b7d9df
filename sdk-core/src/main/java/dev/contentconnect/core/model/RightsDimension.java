package dev.contentconnect.core.model;

/**
 * An aspect of a use that a grant may limit, besides territory and time.
 *
 * <p>An open vocabulary: the constants are the words this SDK knows; a vendor's new word is a value like any other and
 * breaks nothing. Compare with {@code equals}.
 *
 * @param value the word, lower case with underscores for the known ones; never blank
 */
public record RightsDimension(String value) {

    /** What it is used for, such as advertising or internal use. */
    public static final RightsDimension USAGE = new RightsDimension("usage");

    /** How it reaches people, such as web, print or social media. */
    public static final RightsDimension CHANNEL = new RightsDimension("channel");

    /** Where in the medium it stands. */
    public static final RightsDimension PLACEMENT = new RightsDimension("placement");

    /** How large it is shown. */
    public static final RightsDimension SIZE = new RightsDimension("size");

    /** The trade of the user. */
    public static final RightsDimension INDUSTRY = new RightsDimension("industry");

    /** The language version, ISO 639. */
    public static final RightsDimension LANGUAGE = new RightsDimension("language");

    /** Who gets it: agency, partner programme, brand. */
    public static final RightsDimension AUDIENCE = new RightsDimension("audience");

    /**
     * Makes the word.
     *
     * @param value the word, lower case with underscores for the known ones; never blank
     * @throws IllegalArgumentException when {@code value} is blank
     */
    public RightsDimension {
        value = Words.word(value, "RightsDimension");
    }

    /**
     * The value for a word, as the system spells it.
     *
     * @param value the word, not blank
     * @return the value
     */
    public static RightsDimension of(String value) {
        return new RightsDimension(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
