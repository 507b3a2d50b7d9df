package dev.contentconnect.core.model;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The words a grant names for one aspect. {@code *} stands for all words and {@code print.*} for all that begin with
 * {@code print.}; letter case does not matter.
 *
 * @param allowed words that are covered; empty means that nobody said
 * @param excluded words that are not covered even where {@code allowed} would; may be empty
 */
public record Terms(Set<String> allowed, Set<String> excluded) {
    /** The word that stands for all. */
    public static final String ANY = "*";

    /**
     * Makes terms; words become lower case.
     *
     * @param allowed words that are covered; empty means that nobody said
     * @param excluded words that are not covered even where {@code allowed} would; may be empty
     * @throws IllegalArgumentException when a word is blank
     */
    public Terms {
        allowed = lower(allowed);
        excluded = lower(excluded);
    }

    /**
     * Terms that allow some words.
     *
     * @param words the words
     * @return these, without exclusions
     */
    public static Terms of(String... words) {
        return new Terms(Set.of(words), Set.of());
    }

    /**
     * Terms that allow every word.
     *
     * @return {@code *}
     */
    public static Terms any() {
        return of(ANY);
    }

    /** ALLOWED, DENIED or UNKNOWN for a use with this word. */
    Verdict verdict(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (matches(excluded, lower)) {
            return Verdict.DENIED;
        }
        if (allowed.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        return matches(allowed, lower) ? Verdict.ALLOWED : Verdict.DENIED;
    }

    /** Whether a use that names no word is covered all the same. */
    boolean coversEverything() {
        return excluded.isEmpty() && (allowed.isEmpty() || allowed.contains(ANY));
    }

    private static boolean matches(Set<String> words, String word) {
        if (words.isEmpty()) {
            return false;
        }
        if (words.contains(word) || words.contains(ANY)) {
            return true;
        }
        for (int dot = word.lastIndexOf('.'); dot > 0; dot = word.lastIndexOf('.', dot - 1)) {
            if (words.contains(word.substring(0, dot + 1) + ANY)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> lower(Collection<String> words) {
        Set<String> out = new LinkedHashSet<>();
        words.forEach(word -> out.add(Words.word(word, "word").toLowerCase(Locale.ROOT)));
        return java.util.Collections.unmodifiableSet(out);
    }
}
