package dev.contentconnect.smintio.map;

import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.Terms;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The vendor's words for uses in the form of {@link Terms}: each underscore becomes a dot, so that a branch takes along what
 * lies below it, {@code any} becomes {@code *} and {@code digital_media_any} becomes {@code digital.media.*}. Name the words of
 * a use in this form too, with {@link #word}. Languages become ISO 639 codes.
 */
public final class LicenseWords {
    private static final String ANY = "any";
    private static final String ANY_OF = "_any";
    private static final String LANGUAGE = "language_";

    /** Every spelling of a code, so that a use may name any of them. */
    private static final Map<String, List<String>> LANGUAGES = Map.ofEntries(
            Map.entry("english", List.of("eng", "en")),
            Map.entry("german", List.of("deu", "ger", "de")),
            Map.entry("french", List.of("fra", "fre", "fr")),
            Map.entry("spanish", List.of("spa", "es")),
            Map.entry("mandarin_chinese", List.of("cmn")),
            Map.entry("hindustani", List.of("hns")),
            Map.entry("arabic", List.of("ara", "ar")),
            Map.entry("malay", List.of("msa", "may", "ms")),
            Map.entry("russian", List.of("rus", "ru")),
            Map.entry("bengali", List.of("ben", "bn")),
            Map.entry("portuguese", List.of("por", "pt")));

    private LicenseWords() {}

    /**
     * A word of the vendor in canonical form.
     *
     * @param key for example {@code digital_media_web}
     * @return for example {@code digital.media.web}
     */
    public static String word(String key) {
        String lower = key.strip().toLowerCase(Locale.ROOT);
        if (lower.equals(ANY)) {
            return Terms.ANY;
        }
        if (lower.endsWith(ANY_OF) && lower.length() > ANY_OF.length()) {
            return lower.substring(0, lower.length() - ANY_OF.length()).replace('_', '.') + "." + Terms.ANY;
        }
        return lower.replace('_', '.');
    }

    /**
     * The codes of a language.
     *
     * @param key for example {@code language_german}, {@code ger} or {@code any}
     * @return every ISO 639 code of it; the word itself where it is not known
     */
    public static List<String> language(String key) {
        String lower = key.strip().toLowerCase(Locale.ROOT);
        if (lower.equals(ANY) || lower.equals(LANGUAGE + ANY)) {
            return List.of(Terms.ANY);
        }
        String name = lower.startsWith(LANGUAGE) ? lower.substring(LANGUAGE.length()) : lower;
        List<String> known = LANGUAGES.get(name);
        if (known != null) {
            return known;
        }
        return LANGUAGES.values().stream()
                .filter(codes -> codes.contains(name))
                .findFirst()
                .orElse(List.of(lower));
    }

    static Terms terms(RightsDimension dimension, List<String> allowed, List<String> restricted) {
        return new Terms(all(dimension, allowed), all(dimension, restricted));
    }

    private static Set<String> all(RightsDimension dimension, Collection<String> keys) {
        Set<String> out = new LinkedHashSet<>();
        for (String key : keys) {
            if (dimension.equals(RightsDimension.LANGUAGE)) {
                out.addAll(language(key));
            } else {
                out.add(word(key));
            }
        }
        return out;
    }
}
