package dev.contentconnect.core.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A company or group that content is shared with.
 *
 * @param ref the identity
 * @param name what people call it; never blank
 * @param email where notices go, where known
 * @param segments the audiences it belongs to; may be empty
 * @param roles what it may do, in the words of the system; may be empty
 * @param active whether it may receive anything at all
 * @param extensions what the vendor adds
 */
public record Partner(
        SourceRef ref,
        String name,
        @Nullable String email,
        List<Segment> segments,
        List<String> roles,
        boolean active,
        Extensions extensions) {

    /**
     * Makes the value; collections are copied.
     *
     * @param ref the identity
     * @param name what people call it; never blank
     * @param email where notices go, where known
     * @param segments the audiences it belongs to; may be empty
     * @param roles what it may do, in the words of the system; may be empty
     * @param active whether it may receive anything at all
     * @param extensions what the vendor adds
     * @throws IllegalArgumentException when {@code name} is blank
     */
    public Partner {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(extensions, "extensions");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        segments = List.copyOf(segments);
        roles = List.copyOf(roles);
    }
}
