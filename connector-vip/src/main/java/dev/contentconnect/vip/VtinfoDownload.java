package dev.contentconnect.vip;

import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.Checksum;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that was fetched whole. VIP says no size and no checksum of its files, so this is all the proof there is of what was
 * delivered.
 *
 * @param source where it was fetched from
 * @param at when it had arrived
 * @param sizeBytes how many bytes
 * @param checksum SHA-256 of the bytes
 * @param mediaType what the answer said it is, without parameters; null when it said nothing
 */
public record VtinfoDownload(
        URI source,
        Instant at,
        long sizeBytes,
        Checksum checksum,
        @Nullable String mediaType) {

    /**
     * Whether it is an image or a document: by what the answer said, as names of files there have no suffix now and then,
     * or a wrong one.
     *
     * @return {@code other} when the answer did not say
     */
    public AssetKind kind() {
        return mediaType == null ? AssetKind.OTHER : AssetKind.ofMediaType(mediaType);
    }
}
