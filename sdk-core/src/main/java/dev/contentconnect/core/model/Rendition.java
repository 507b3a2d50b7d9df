package dev.contentconnect.core.model;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A derived form of an asset, such as a thumbnail or a proxy.
 *
 * @param id the system's id or name of the form, unique within the asset; never blank
 * @param purpose what it is for, in the system's words, for example {@code thumbnail}
 * @param mediaType for example {@code image/jpeg}, where known
 * @param width in pixels, where known
 * @param height in pixels, where known
 * @param sizeBytes not negative, where known
 * @param uri a lasting public address, where there is one; never a signed or short-lived link
 */
public record Rendition(
        String id,
        String purpose,
        @Nullable String mediaType,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long sizeBytes,
        @Nullable URI uri) {

    /**
     * Makes a rendition.
     *
     * @param id the system's id or name of the form, unique within the asset; never blank
     * @param purpose what it is for, in the system's words, for example {@code thumbnail}
     * @param mediaType for example {@code image/jpeg}, where known
     * @param width in pixels, where known
     * @param height in pixels, where known
     * @param sizeBytes not negative, where known
     * @param uri a lasting public address, where there is one; never a signed or short-lived link
     * @throws IllegalArgumentException when {@code id} or {@code purpose} is blank or {@code sizeBytes} negative
     */
    public Rendition {
        Words.word(id, "id");
        Words.word(purpose, "purpose");
        Words.size(sizeBytes, "sizeBytes");
    }
}
