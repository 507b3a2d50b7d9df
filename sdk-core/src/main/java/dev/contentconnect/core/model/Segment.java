package dev.contentconnect.core.model;

import java.util.Objects;

/**
 * A part of the audience, for example the region {@code EMEA} or the brand {@code Northpeak}.
 *
 * @param kind by what the audience is cut
 * @param value the part, in the words of whoever cut it; never blank
 */
public record Segment(SegmentKind kind, String value) {

    /**
     * Makes a segment.
     *
     * @param kind by what the audience is cut
     * @param value the part, in the words of whoever cut it; never blank
     * @throws IllegalArgumentException when {@code value} is blank
     */
    public Segment {
        Objects.requireNonNull(kind, "kind");
        Words.word(value, "value");
    }

    /**
     * A region.
     *
     * @param value its name or code
     * @return the segment
     */
    public static Segment region(String value) {
        return new Segment(SegmentKind.REGION, value);
    }

    /**
     * A brand.
     *
     * @param value its name
     * @return the segment
     */
    public static Segment brand(String value) {
        return new Segment(SegmentKind.BRAND, value);
    }

    /**
     * A channel.
     *
     * @param value its name
     * @return the segment
     */
    public static Segment channel(String value) {
        return new Segment(SegmentKind.CHANNEL, value);
    }
}
