package dev.contentconnect.core.model;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words a grant names for one aspect. {@code *} stands for all words and {@code print.*} for all that begin with
 * {@code print.}; letter case and blanks around a word do not matter. A use is not covered when a part of it is
 * excluded: {@code print} is not where {@code print.poster} is. A word that is excluded takes along what lies below it:
 * {@code print} excludes {@code print.poster} too. A word that is allowed does not; say {@code print.*}.
 *
 * @param allowed words that are covered; empty means that nobody said
 * @param excluded words that are not covered even where {@code allowed} would; may be empty
 */
public record Terms(Set<String> allowed, Set<String> excluded) {
    /** The word that stands for all. */
    public static final String ANY = "*";

    /**
     * Makes terms; words become lower case, without blanks around them.
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
        String lower = lower(word);
        if (reaches(excluded, lower) || holdsPartOf(lower, excluded)) {
            return Verdict.DENIED;
        }
        if (allowed.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        return matches(allowed, lower) ? Verdict.ALLOWED : Verdict.DENIED;
    }

    /**
     * The verdict when these are the words of a prohibition: DENIED when it applies to a use with this word, UNKNOWN when
     * it may, ALLOWED when it does not. A forbidden word forbids what lies below it; no words at all forbid everything.
     */
    Verdict forbids(@Nullable String word) {
        if (coversEverything()) {
            return Verdict.DENIED;
        }
        if (word == null) {
            return Verdict.UNKNOWN;
        }
        String lower = lower(word);
        if (matches(excluded, lower)) {
            return Verdict.ALLOWED;
        }
        if (allowed.isEmpty() || reaches(allowed, lower)) {
            return Verdict.DENIED;
        }
        return holdsPartOf(lower, allowed) ? Verdict.UNKNOWN : Verdict.ALLOWED;
    }

    private static boolean holdsPartOf(String word, Set<String> words) {
        return words.stream().anyMatch(part -> part.startsWith(word) && part.startsWith(".", word.length()));
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

    /** Whether the words hold this one or one above it: a ban on print is a ban on posters. */
    private static boolean reaches(Set<String> words, String word) {
        if (matches(words, word)) {
            return true;
        }
        for (int dot = word.lastIndexOf('.'); dot > 0; dot = word.lastIndexOf('.', dot - 1)) {
            if (words.contains(word.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }

    private static String lower(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    private static Set<String> lower(Collection<String> words) {
        Set<String> out = new LinkedHashSet<>();
        words.forEach(word -> out.add(lower(Words.word(word, "word"))));
        return java.util.Collections.unmodifiableSet(out);
    }
}
