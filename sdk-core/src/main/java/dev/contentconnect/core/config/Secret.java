package dev.contentconnect.core.config;

import dev.contentconnect.core.internal.Redaction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A text that must not be shown: never in logs, exceptions, URLs or {@code toString}. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Wraps a text.
     *
     * @param value the secret
     * @return the wrapped secret
     * @throws IllegalArgumentException when it is missing, as a variable is that nobody set; when it is blank or holds a control character such as a line break, which a header
     *     cannot carry; the message does not repeat it
     */
    public static Secret of(@Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("a secret is missing: is its variable set?");
        }
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret must not be blank");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a secret must not hold a line break or other control character");
        }
        return new Secret(value);
    }

    /**
     * The text itself. Only for the request that needs it.
     *
     * @return the secret
     */
    public String reveal() {
        return value;
    }

    /** Takes the same time wherever the texts differ. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret that
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), that.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Always {@code ***}. */
    @Override
    public String toString() {
        return Redaction.MASK;
    }
}
