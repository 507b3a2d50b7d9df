package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.ReleaseState;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsWriter;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people put into the library and do with it there. */
record Gallery(TvStage stage) {

    AssetReader reader() {
        return stage.library.eyes().require(AssetReader.class);
    }

    AssetPublisher publisher() {
        return stage.library.eyes().require(AssetPublisher.class);
    }

    private AssetWriter writer() {
        return stage.library.eyes().require(AssetWriter.class);
    }

    /** The text of a version of a poster, as the library has it. */
    static String text(String name, int version) {
        return "poster " + name + " version " + version;
    }

    static Content content(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Content.of(new ByteArrayInputStream(bytes), bytes.length, name, "text/plain");
    }

    /** Offered to nobody, and nobody has said what it may be used for. */
    SourceRef draft(String name, Segment... segments) {
        Asset asset = Asset.builder(SourceRef.of("files", name))
                .title("Poster " + name)
                .kind(AssetKind.DOCUMENT)
                .segments(List.of(segments))
                .extensions(Extensions.of("vip", Map.of("alt_text", "a poster")))
                .build();
        return writer().create(new AssetDraft("files:" + name, asset, content(name + ".txt", text(name, 1))))
                .ref();
    }

    /** States what an asset may be used for. */
    void allow(SourceRef asset, RightsStatus status, @Nullable Instant until, String... countries) {
        grant(asset, status, List.of(RightsGrant.of(Territories.of(countries), Map.of(), new Validity(null, until))));
    }

    /** The same with any grants. */
    void grant(SourceRef asset, RightsStatus status, List<RightsGrant> grants) {
        stage.library
                .eyes()
                .require(RightsWriter.class)
                .apply(RightsRecord.builder(asset, asset)
                        .status(status)
                        .holder("Studio Quillfeather")
                        .modelRelease(ReleaseState.NOT_REQUIRED)
                        .propertyRelease(ReleaseState.NOT_REQUIRED)
                        .usageTerms("Not on billboards.")
                        .grants(grants)
                        .build());
    }

    /** Out for an audience, with rights in some countries. */
    SourceRef poster(String name, List<Segment> audience, String... countries) {
        SourceRef asset = draft(name, audience.toArray(Segment[]::new));
        allow(asset, RightsStatus.RESTRICTED, null, countries);
        publish(asset, "launch of " + name, asset.id(), audience);
        return asset;
    }

    Publication publish(SourceRef asset, String key, String version, List<Segment> audience) {
        return publish(asset, key, version, audience, null);
    }

    /** The library keeps whole seconds, and a moment must lie between two publications. */
    Publication publish(SourceRef asset, String key, String version, List<Segment> audience, @Nullable Instant at) {
        stage.pass();
        return publisher()
                .publish(new PublishRequest(key, "By hand", List.of(asset), audience, at, "Use it indoors.")
                        .ofVersions(Map.of(asset, version)));
    }

    /** Out in this version for a further audience. */
    void publishToo(SourceRef asset, List<Segment> audience, String guidance) {
        stage.pass();
        publisher()
                .publish(new PublishRequest(
                                "too " + asset + audience, "By hand", List.of(asset), audience, null, guidance)
                        .ofVersions(Map.of(asset, asset.id())));
    }

    AssetVersion addVersion(SourceRef asset, String name, int number) {
        return writer().addVersion(
                        asset, "version " + number + " of " + name, content(name + ".txt", text(name, number)));
    }

    /** Adds the next version and publishes it for an audience. */
    AssetVersion replace(SourceRef asset, String name, int number, List<Segment> audience) {
        AssetVersion added = addVersion(asset, name, number);
        publish(asset, "version " + number + " of " + name, added.id(), audience);
        return added;
    }

    /** What the log of the library has about an asset, oldest first. */
    List<Delivery> log(SourceRef asset) {
        return stage.library.eyes().require(DeliveryLog.class).deliveries(DeliveryQuery.ALL.ofAsset(asset)).stream()
                .toList();
    }

    /** What it has about an asset for a partner. */
    List<Delivery> log(SourceRef asset, SourceRef partner) {
        return log(asset).stream()
                .filter(one -> one.recipient().equals(partner.id()))
                .toList();
    }
}
