package dev.contentconnect.core.model;

/**
 * By what an audience is cut into parts.
 *
 * <p>An open vocabulary: the constants are the words this SDK knows; a vendor's new word is a value like any other and
 * breaks nothing. Compare with {@code equals}.
 *
 * @param value the word, lower case with underscores for the known ones; never blank
 */
public record SegmentKind(String value) {

    /** A part of the world. */
    public static final SegmentKind REGION = new SegmentKind("region");

    /** A brand. */
    public static final SegmentKind BRAND = new SegmentKind("brand");

    /** A sales market. */
    public static final SegmentKind MARKET = new SegmentKind("market");

    /** A programme that partners belong to. */
    public static final SegmentKind PARTNER_PROGRAM = new SegmentKind("partner_program");

    /** An agency. */
    public static final SegmentKind AGENCY = new SegmentKind("agency");

    /** A way of reaching people. */
    public static final SegmentKind CHANNEL = new SegmentKind("channel");

    /** A campaign. */
    public static final SegmentKind CAMPAIGN = new SegmentKind("campaign");

    /**
     * Makes the word.
     *
     * @param value the word, lower case with underscores for the known ones; never blank
     * @throws IllegalArgumentException when {@code value} is blank
     */
    public SegmentKind {
        value = Words.word(value, "SegmentKind");
    }

    /**
     * The value for a word, as the system spells it.
     *
     * @param value the word, not blank
     * @return the value
     */
    public static SegmentKind of(String value) {
        return new SegmentKind(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
