package dev.contentconnect.core.model;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place in which everything about one business object is kept together.
 *
 * @param ref the identity
 * @param key the business key, where it has one
 * @param type the kind of workspace, in the words of the system
 * @param title what people call it; never blank
 * @param uri where people open it, where there is an address that lasts
 * @param extensions what the vendor adds, among it attributes
 */
public record Workspace(
        SourceRef ref,
        @Nullable String key,
        String type,
        String title,
        @Nullable URI uri,
        Extensions extensions) {

    /**
     * Makes the value.
     *
     * @param ref the identity
     * @param key the business key, where it has one
     * @param type the kind of workspace, in the words of the system
     * @param title what people call it; never blank
     * @param uri where people open it, where there is an address that lasts
     * @param extensions what the vendor adds, among it attributes
     * @throws IllegalArgumentException when {@code title} is blank
     */
    public Workspace {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(extensions, "extensions");
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank");
        }
    }
}
