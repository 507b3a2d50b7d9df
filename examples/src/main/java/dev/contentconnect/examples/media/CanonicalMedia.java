package dev.contentconnect.examples.media;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One media file in canonical words.
 *
 * @param asset what the file says about its content; the id of its version is the SHA-256 of the bytes
 * @param rights what the file says about its use
 */
public record CanonicalMedia(Asset asset, RightsRecord rights) {
    /** The namespace under which values without a canonical word are kept. */
    public static final String NAMESPACE = "embedded";

    /**
     * Translates what a file says about itself. Nothing is read and nothing is guessed: what the file leaves open stays
     * open.
     *
     * @param ref the identity to give it
     * @param metadata what was read from the file
     * @return the asset, a draft, and its rights
     */
    public static CanonicalMedia of(SourceRef ref, EmbeddedMetadata metadata) {
        Description description = metadata.description();
        Asset asset = Asset.builder(ref)
                .title(description.title())
                .description(description.description())
                .kind(AssetKind.ofMediaType(metadata.file().type().mimeType()))
                .status(AssetStatus.DRAFT)
                .currentVersion(version(metadata.file()))
                .creators(description.creators())
                .tags(description.keywords())
                .extensions(extensions(metadata))
                .build();
        return new CanonicalMedia(asset, CanonicalRights.of(ref, metadata.rights()));
    }

    private static AssetVersion version(MediaFile file) {
        return new AssetVersion(
                file.sha256(),
                null,
                file.name(),
                file.type().mimeType(),
                file.size(),
                Checksum.sha256(file.sha256()),
                null,
                null,
                null);
    }

    private static Extensions extensions(EmbeddedMetadata metadata) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        UsageRights rights = metadata.rights();
        members.put("copyrightNotice", metadata.description().copyrightNotice());
        members.put("credit", metadata.description().credit());
        members.put("webStatement", rights == null ? null : rights.webStatement());
        members.put("marked", rights == null ? null : rights.marked());
        List<String> problems =
                metadata.problems().stream().map(MediaProblem::toString).toList();
        members.put("problems", problems.isEmpty() ? null : problems);
        members.values().removeIf(value -> value == null);
        return Extensions.of(NAMESPACE, members);
    }
}
