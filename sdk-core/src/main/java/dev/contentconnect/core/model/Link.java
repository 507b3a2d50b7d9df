package dev.contentconnect.core.model;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A pointer that people can follow.
 *
 * @param title what to show; never blank
 * @param uri where it leads; without credentials
 * @param target the object behind it, where it is one of a known system
 */
public record Link(String title, URI uri, @Nullable SourceRef target) {

    /**
     * Makes a link.
     *
     * @param title what to show; never blank
     * @param uri where it leads; without credentials
     * @param target the object behind it, where it is one of a known system
     * @throws IllegalArgumentException when {@code title} is blank or {@code uri} carries user information
     */
    public Link {
        Words.word(title, "title");
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("a link must not carry credentials (host " + uri.getHost() + ")");
        }
    }
}
