package dev.contentconnect.bench;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An asset as the benchmark's server sends it, about 2 KB of JSON. Members that are not listed here are passed over. */
record WireAsset(
        String id,
        String title,
        String description,
        String status,
        String market,
        String language,
        List<String> creators,
        List<String> tags,
        WireVersion version,
        List<WireRendition> renditions,
        Instant createdAt,
        Instant modifiedAt,
        Map<String, Object> customFields) {

    record WireVersion(
            String id,
            int number,
            String fileName,
            String mediaType,
            long sizeBytes,
            String sha256,
            Instant createdAt) {}

    record WireRendition(String id, String purpose, String mediaType, int width, int height, long sizeBytes, URI uri) {}

    /** One page of a list. */
    record WirePage(String next, List<WireAsset> items) {}
}
