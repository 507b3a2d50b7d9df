package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.json.CanonicalJson;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.Fingerprint;
import dev.contentconnect.examples.flows.StatedGrants;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An asset and its rights as they were read together.
 *
 * @param asset the asset
 * @param version the id of its current version
 * @param rights its rights
 */
record Reviewed(Asset asset, String version, RightsRecord rights) {

    SourceRef ref() {
        return asset.ref();
    }

    String title() {
        String title = asset.title();
        return title == null || title.isBlank() ? asset.ref().toString() : title;
    }

    /** Of all that a review is about. */
    String print() {
        return print(rights);
    }

    /** The same with other rights. */
    String print(RightsRecord other) {
        RightsRecord said = other.toBuilder()
                .assetVersion(null)
                .updatedAt(null)
                .extensions(Extensions.none())
                .build();
        return Fingerprint.of(
                version,
                String.valueOf(asset.market()),
                segments(asset.segments()),
                new String(CanonicalJson.write(said), StandardCharsets.UTF_8));
    }

    /** The rights while they are looked at: what forbids goes on forbidding. */
    RightsRecord pending() {
        return rights.status().forbids()
                ? rights
                : rights.toBuilder().status(RightsStatus.PENDING).build();
    }

    /** What the reviewer should know. */
    String question() {
        return "Status: " + rights.status()
                + "\nHolder: " + Objects.requireNonNullElse(rights.holder(), "not stated")
                + "\nLicence: " + Objects.requireNonNullElse(rights.usageTerms(), "not stated")
                + "\nGrants: "
                + (rights.grants().isEmpty()
                        ? "not stated"
                        : rights.grants().stream().map(StatedGrants::words).collect(Collectors.joining("; ")))
                + "\nFor: " + (asset.segments().isEmpty() ? "nobody in particular" : segments(asset.segments()))
                + "\nMarket: " + Objects.requireNonNullElse(asset.market(), "not stated");
    }

    private static String segments(List<Segment> segments) {
        return segments.stream()
                .map(segment -> segment.kind() + " " + segment.value())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
