package dev.contentconnect.examples.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about its content and its makers. Texts are trimmed and never blank.
 *
 * @param title a short name
 * @param description what is to be seen
 * @param creators who made it, in the order of the file
 * @param copyrightNotice the notice to print
 * @param credit the credit line to print
 * @param keywords subject words, in the order of the file
 */
public record Description(
        @Nullable String title,
        @Nullable String description,
        List<String> creators,
        @Nullable String copyrightNotice,
        @Nullable String credit,
        List<String> keywords) {

    /** Says nothing. */
    static final Description NONE = new Description(null, null, List.of(), null, null, List.of());

    /** Copies the lists. */
    public Description {
        creators = List.copyOf(creators);
        keywords = List.copyOf(keywords);
    }

    /**
     * Fills what is absent here, value by value, from a source that is believed less.
     *
     * @param lesser the other description
     * @return this description, completed
     */
    Description orElse(Description lesser) {
        return new Description(
                title != null ? title : lesser.title,
                description != null ? description : lesser.description,
                creators.isEmpty() ? lesser.creators : creators,
                copyrightNotice != null ? copyrightNotice : lesser.copyrightNotice,
                credit != null ? credit : lesser.credit,
                keywords.isEmpty() ? lesser.keywords : keywords);
    }
}
