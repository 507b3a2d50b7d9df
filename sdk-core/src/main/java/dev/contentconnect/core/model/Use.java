package dev.contentconnect.core.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody intends to do with an asset. Name as much as you know: an aspect that a grant limits and the use does
 * not name makes the answer unknown.
 *
 * @param at when
 * @param territory where; null when not named
 * @param aspects what, how and for whom, one word an aspect, never a pattern such as {@code print.*}; may be empty
 * @param quantity how many uses, downloads or copies; 1 or more
 * @param editorial whether it is news or education rather than commerce
 * @param firstUse whether it is the first use under the licence, which some licences want by a date
 */
public record Use(
        Instant at,
        @Nullable Territory territory,
        Map<RightsDimension, String> aspects,
        long quantity,
        boolean editorial,
        boolean firstUse) {

    /**
     * Makes a use.
     *
     * @param at when
     * @param territory where; null when not named
     * @param aspects what, how and for whom, one word an aspect, never a pattern such as {@code print.*}; may be empty
     * @param quantity how many uses, downloads or copies; 1 or more
     * @param editorial whether it is news or education rather than commerce
     * @param firstUse whether it is the first use under the licence, which some licences want by a date
     * @throws IllegalArgumentException when {@code quantity} is below 1, or a word is blank or a pattern
     */
    public Use {
        Objects.requireNonNull(at, "at");
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be 1 or more: " + quantity);
        }
        aspects.values().forEach(Use::oneWord);
        aspects = Map.copyOf(aspects);
    }

    /** A pattern asks for many uses at once, some of which may be excluded: no grant could answer it. */
    private static void oneWord(String word) {
        String bare = Words.word(word, "aspect").strip();
        if (bare.equals(Terms.ANY) || bare.endsWith("." + Terms.ANY)) {
            throw new IllegalArgumentException("a use names one word for an aspect, not a pattern: " + bare);
        }
    }

    /**
     * One commercial use at a moment; nothing else named yet.
     *
     * @param at when
     * @return the use
     */
    public static Use at(Instant at) {
        return new Use(at, null, Map.of(), 1, false, false);
    }

    /**
     * The same use in a territory.
     *
     * @param where the territory
     * @return a copy
     */
    public Use in(Territory where) {
        return new Use(at, where, aspects, quantity, editorial, firstUse);
    }

    /**
     * The same use in a territory.
     *
     * @param code a word as for {@link Territory#of(String)}, for example {@code DE}
     * @return a copy
     */
    public Use in(String code) {
        return in(Territory.of(code));
    }

    /**
     * The same use with a word for an aspect.
     *
     * @param aspect the aspect
     * @param word its word, for example {@code web} for the channel
     * @return a copy
     */
    public Use with(RightsDimension aspect, String word) {
        Map<RightsDimension, String> more = new LinkedHashMap<>(aspects);
        more.put(aspect, word);
        return new Use(at, territory, more, quantity, editorial, firstUse);
    }

    /**
     * The same use through a channel.
     *
     * @param word for example {@code web}
     * @return a copy
     */
    public Use channel(String word) {
        return with(RightsDimension.CHANNEL, word);
    }

    /**
     * The same use so many times.
     *
     * @param count 1 or more
     * @return a copy
     */
    public Use times(long count) {
        return new Use(at, territory, aspects, count, editorial, firstUse);
    }

    /**
     * The same use for news or education.
     *
     * @return a copy
     */
    public Use asEditorial() {
        return new Use(at, territory, aspects, quantity, true, firstUse);
    }

    /**
     * The same use as the first under its licence.
     *
     * @return a copy
     */
    public Use asFirst() {
        return new Use(at, territory, aspects, quantity, editorial, true);
    }
}
