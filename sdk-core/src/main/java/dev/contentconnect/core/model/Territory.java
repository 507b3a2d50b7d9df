package dev.contentconnect.core.model;

/**
 * A part of the world: a country (ISO 3166-1, alpha-2 or alpha-3), a subdivision (ISO 3166-2, such as {@code US-CA}), a
 * region (UN M49 number or its continent's name, {@code EU}, {@code EEA}, {@code DACH}, {@code BENELUX},
 * {@code NORDICS}) or the world. Any other word is kept and never understood as covering anything.
 *
 * @param code the word in its canonical spelling: upper case, alpha-2 for countries, {@code 001} for the world
 */
public record Territory(String code) {
    /** Everywhere. */
    public static final Territory WORLD = new Territory("001");

    /**
     * Makes a territory; other spellings of the same territory become one.
     *
     * @param code the word in its canonical spelling: upper case, alpha-2 for countries, {@code 001} for the world
     * @throws IllegalArgumentException when {@code code} is blank
     */
    public Territory {
        code = Regions.canonical(Words.word(code, "territory"));
    }

    /**
     * A territory by its word.
     *
     * @param code for example {@code DE}, {@code DEU}, {@code US-CA}, {@code 150}, {@code Europe}, {@code worldwide}
     * @return the territory
     * @throws IllegalArgumentException when {@code code} is blank
     */
    public static Territory of(String code) {
        return new Territory(code);
    }

    /**
     * Whether the word is understood.
     *
     * @return false for words outside the standards named above
     */
    public boolean isKnown() {
        return Regions.countries(code) != null;
    }

    /**
     * Whether all of another territory lies in this one.
     *
     * @param other the smaller one
     * @return false also when a word is not understood
     */
    public boolean covers(Territory other) {
        if (equals(other)) {
            return true;
        }
        var mine = Regions.countries(code);
        var theirs = Regions.countries(other.code);
        return mine != null && theirs != null && !Regions.isSubdivision(code) && mine.containsAll(theirs);
    }

    /**
     * Whether any part is common to both.
     *
     * @param other another territory
     * @return false also when a word is not understood, and for two subdivisions of one country of which one may lie in
     *     the other
     */
    public boolean overlaps(Territory other) {
        if (equals(other)) {
            return true;
        }
        if (Regions.isSubdivision(code) && Regions.isSubdivision(other.code)) {
            return false;
        }
        var mine = Regions.countries(code);
        var theirs = Regions.countries(other.code);
        if (mine == null || theirs == null) {
            return false;
        }
        var smaller = mine.size() <= theirs.size() ? mine : theirs;
        var larger = smaller == mine ? theirs : mine;
        for (String country : smaller) {
            if (larger.contains(country)) {
                return true;
            }
        }
        return false;
    }

    /** Two subdivisions, and nobody can tell by their codes whether one lies in the other: GB-LND is a part of GB-ENG. */
    boolean mayHoldOrLieIn(Territory other) {
        return !equals(other)
                && Regions.isSubdivision(code)
                && Regions.isSubdivision(other.code)
                && code.regionMatches(0, other.code, 0, 3)
                && !Regions.hasOneLevel(code.substring(0, 2));
    }

    @Override
    public String toString() {
        return code;
    }
}
