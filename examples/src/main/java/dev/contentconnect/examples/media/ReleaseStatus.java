package dev.contentconnect.examples.media;

import java.util.Arrays;
import java.util.Optional;

/**
 * Whether the people or the property in a picture agreed to its use, in the four words of the PLUS vocabulary.
 *
 * @see <a href="http://ns.useplus.org/ldf/vocab/">PLUS License Data Format, vocabulary (MR-… models, PR-… property)</a>
 */
public enum ReleaseStatus {
    /** Nobody agreed. */
    NONE("MR-NON", "PR-NON"),
    /** Nothing in the picture needs an agreement. */
    NOT_APPLICABLE("MR-NAP", "PR-NAP"),
    /** Everybody agreed without limits. */
    UNLIMITED("MR-UMR", "PR-UPR"),
    /** Some agreements are missing or limited. */
    LIMITED("MR-LMR", "PR-LPR");

    private static final String VOCABULARY = "http://ns.useplus.org/ldf/vocab/";

    private final String modelTerm;
    private final String propertyTerm;

    ReleaseStatus(String modelTerm, String propertyTerm) {
        this.modelTerm = modelTerm;
        this.propertyTerm = propertyTerm;
    }

    /** Reads a model release term, with or without the address of the vocabulary. */
    static Optional<ReleaseStatus> ofModel(String term) {
        return Arrays.stream(values())
                .filter(status -> status.modelTerm.equals(bare(term)))
                .findFirst();
    }

    /** Reads a property release term, with or without the address of the vocabulary. */
    static Optional<ReleaseStatus> ofProperty(String term) {
        return Arrays.stream(values())
                .filter(status -> status.propertyTerm.equals(bare(term)))
                .findFirst();
    }

    private static String bare(String term) {
        return term.startsWith(VOCABULARY) ? term.substring(VOCABULARY.length()) : term;
    }
}
