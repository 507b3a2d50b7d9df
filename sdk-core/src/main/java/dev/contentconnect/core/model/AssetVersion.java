package dev.contentconnect.core.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One state of an asset's content.
 *
 * @param id the system's id of this version, unique within the asset; never blank
 * @param number 1, 2, 3 …, where the system counts
 * @param fileName the name of the file, where known
 * @param mediaType for example {@code image/png}, where known
 * @param sizeBytes not negative, where known
 * @param checksum fingerprint of the bytes, where known
 * @param status where this version stands, where the system says so per version
 * @param createdAt when it was made, where known
 * @param createdBy who made it, where known
 */
public record AssetVersion(
        String id,
        @Nullable Integer number,
        @Nullable String fileName,
        @Nullable String mediaType,
        @Nullable Long sizeBytes,
        @Nullable Checksum checksum,
        @Nullable AssetStatus status,
        @Nullable Instant createdAt,
        @Nullable Actor createdBy) {

    /**
     * Makes a version.
     *
     * @param id the system's id of this version, unique within the asset; never blank
     * @param number 1, 2, 3 …, where the system counts
     * @param fileName the name of the file, where known
     * @param mediaType for example {@code image/png}, where known
     * @param sizeBytes not negative, where known
     * @param checksum fingerprint of the bytes, where known
     * @param status where this version stands, where the system says so per version
     * @param createdAt when it was made, where known
     * @param createdBy who made it, where known
     * @throws IllegalArgumentException when {@code id} is blank, {@code number} below 1 or {@code sizeBytes} negative
     */
    public AssetVersion {
        Words.word(id, "id");
        Words.size(sizeBytes, "sizeBytes");
        if (number != null && number < 1) {
            throw new IllegalArgumentException("number must be 1 or more: " + number);
        }
    }

    /**
     * A version of which only id and number are known.
     *
     * @param id the system's id of this version
     * @param number 1, 2, 3 …
     * @return the version
     */
    public static AssetVersion of(String id, int number) {
        return new AssetVersion(id, number, null, null, null, null, null, null, null);
    }
}
