package dev.contentconnect.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.model.Rendition;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What somebody who writes it by hand would read of an attachment. Members that are not listed here are passed over. */
record BareMedia(
        long id,
        @JsonProperty("date_gmt") String dateGmt,
        @JsonProperty("modified_gmt") String modifiedGmt,
        Text title,
        Text description,
        @JsonProperty("mime_type") String mimeType,
        @JsonProperty("media_details") Details details,
        Meta meta,
        List<Long> regions,
        List<Long> brands) {

    record Text(String raw) {}

    record Details(long filesize, Map<String, Size> sizes) {}

    record Size(
            int width,
            int height,
            long filesize,
            @JsonProperty("mime_type") String mimeType,
            @JsonProperty("source_url") URI sourceUrl) {}

    record Meta(
            @JsonProperty("asset_key") String assetKey,
            @JsonProperty("asset_state") String assetState,
            int version,
            String sha256,
            @JsonProperty("original_filename") String originalFilename,
            String market,
            String language) {}

    Asset toAsset(Map<String, String> names) {
        List<Segment> segments = new ArrayList<>();
        regions.forEach(region -> segments.add(Segment.region(names.getOrDefault("regions" + region, "?"))));
        brands.forEach(brand -> segments.add(Segment.brand(names.getOrDefault("brands" + brand, "?"))));
        List<Rendition> renditions = new ArrayList<>();
        details.sizes()
                .forEach((name, size) -> renditions.add(new Rendition(
                        name, name, size.mimeType(), size.width(), size.height(), size.filesize(), size.sourceUrl())));
        Instant created = Instant.parse(dateGmt + "Z");
        return Asset.builder(SourceRef.of("vip", Long.toString(id)))
                .key(meta.assetKey())
                .title(title.raw())
                .description(description.raw())
                .kind(AssetKind.ofMediaType(mimeType))
                .status(AssetStatus.of(meta.assetState()))
                .market(meta.market())
                .language(meta.language())
                .segments(segments)
                .renditions(renditions)
                .currentVersion(new AssetVersion(
                        Long.toString(id),
                        meta.version(),
                        meta.originalFilename(),
                        mimeType,
                        details.filesize(),
                        Checksum.sha256(meta.sha256()),
                        null,
                        created,
                        null))
                .createdAt(created)
                .updatedAt(Instant.parse(modifiedGmt + "Z"))
                .build();
    }
}
