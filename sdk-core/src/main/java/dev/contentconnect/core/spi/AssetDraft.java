package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.Asset;
import org.jspecify.annotations.Nullable;

/**
 * An asset to be made.
 *
 * @param key chosen by the caller; the same key again finds the asset instead of making a second one
 * @param metadata what is known; its {@code ref} is the origin and is kept as such, the system gives a new one
 * @param content the bytes, or null for an asset without any yet
 */
public record AssetDraft(
        String key, Asset metadata, @Nullable Content content) {

    /**
     * Makes the value.
     *
     * @param key chosen by the caller; the same key again finds the asset instead of making a second one
     * @param metadata what is known; its {@code ref} is the origin and is kept as such, the system gives a new one
     * @param content the bytes, or null for an asset without any yet
     * @throws IllegalArgumentException when {@code key} is blank
     */
    public AssetDraft {
        if (key.isBlank()) {
            throw new IllegalArgumentException("key must not be blank");
        }
    }
}
