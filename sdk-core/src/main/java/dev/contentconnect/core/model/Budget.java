package dev.contentconnect.core.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Money set aside, promised and spent for something.
 *
 * @param ref the identity
 * @param name what people call it; never blank
 * @param subject what it is for, where known
 * @param planned what was set aside
 * @param committed what was promised
 * @param actual what was spent
 * @param status in the words of the system
 * @param updatedAt when it last changed, where known
 * @param extensions what the vendor adds
 */
public record Budget(
        SourceRef ref,
        String name,
        @Nullable SourceRef subject,
        @Nullable Money planned,
        @Nullable Money committed,
        @Nullable Money actual,
        @Nullable String status,
        @Nullable Instant updatedAt,
        Extensions extensions) {

    /**
     * Makes the value.
     *
     * @param ref the identity
     * @param name what people call it; never blank
     * @param subject what it is for, where known
     * @param planned what was set aside
     * @param committed what was promised
     * @param actual what was spent
     * @param status in the words of the system
     * @param updatedAt when it last changed, where known
     * @param extensions what the vendor adds
     * @throws IllegalArgumentException when {@code name} is blank
     */
    public Budget {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(extensions, "extensions");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
    }
}
