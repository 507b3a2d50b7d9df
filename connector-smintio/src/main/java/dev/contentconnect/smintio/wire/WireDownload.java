package dev.contentconnect.smintio.wire;

import org.jspecify.annotations.Nullable;

/**
 * Where a download of a portal is. The address is signed: a secret, and no token goes there.
 *
 * @param url the address; a secret
 * @param fileName how to call it
 * @param fileSizeInBytes how large
 * @param mediaType for example image/jpeg
 */
public record WireDownload(
        @Nullable String url,
        @Nullable String fileName,
        @Nullable Long fileSizeInBytes,
        @Nullable String mediaType) {
    /** Names the file; the address is a secret. */
    @Override
    public String toString() {
        return "WireDownload[" + fileName + "]";
    }
}
