package dev.contentconnect.bench;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Rendition;
import dev.contentconnect.core.model.SourceRef;
import java.util.ArrayList;
import java.util.List;

/** From the wire to the canonical form; the same code for all contenders. */
final class Assets {
    private Assets() {}

    static Asset of(WireAsset in) {
        WireAsset.WireVersion version = in.version();
        return Asset.builder(SourceRef.of("bench", in.id()))
                .title(in.title())
                .description(in.description())
                .kind(AssetKind.ofMediaType(version.mediaType()))
                .status(AssetStatus.of(in.status()))
                .market(in.market())
                .language(in.language())
                .creators(in.creators())
                .tags(in.tags())
                .currentVersion(new AssetVersion(
                        version.id(),
                        version.number(),
                        version.fileName(),
                        version.mediaType(),
                        version.sizeBytes(),
                        Checksum.sha256(version.sha256()),
                        null,
                        version.createdAt(),
                        null))
                .renditions(renditions(in.renditions()))
                .createdAt(in.createdAt())
                .updatedAt(in.modifiedAt())
                .extensions(Extensions.of("bench", in.customFields()))
                .build();
    }

    static List<Asset> of(List<WireAsset> in) {
        List<Asset> out = new ArrayList<>(in.size());
        in.forEach(item -> out.add(of(item)));
        return out;
    }

    private static List<Rendition> renditions(List<WireAsset.WireRendition> in) {
        List<Rendition> out = new ArrayList<>(in.size());
        for (WireAsset.WireRendition one : in) {
            out.add(new Rendition(
                    one.id(), one.purpose(), one.mediaType(), one.width(), one.height(), one.sizeBytes(), one.uri()));
        }
        return out;
    }
}
