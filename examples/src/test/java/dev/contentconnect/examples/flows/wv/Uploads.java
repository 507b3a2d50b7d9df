package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Terms;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people do in the library, and what they see there. */
record Uploads(Connector library) {

    /** The same id twice is the same asset. */
    SourceRef upload(String id, Segment... segments) {
        Asset metadata = Asset.builder(SourceRef.of("files", id))
                .title("Title of " + id)
                .segments(List.of(segments))
                .build();
        return library.require(AssetWriter.class)
                .create(new AssetDraft("upload:" + id, metadata, text(id, id + " 1")))
                .ref();
    }

    /** Gives the id of the version. */
    String newVersion(SourceRef asset, String number) {
        return library.require(AssetWriter.class)
                .addVersion(asset, "upload:" + number, text(number, asset + " " + number))
                .id();
    }

    void state(SourceRef asset, RightsStatus status, @Nullable String... territories) {
        RightsRecord now = rights(asset);
        rights(now.toBuilder()
                .status(status)
                .holder("Studio Quillfeather")
                .grants(
                        territories.length == 0
                                ? List.of()
                                : List.of(RightsGrant.of(Territories.of(territories), Map.of(), Validity.ALWAYS)))
                .build());
    }

    /** For one channel only. */
    void license(SourceRef asset, RightsStatus status, String channel, String... territories) {
        rights(rights(asset).toBuilder()
                .status(status)
                .grants(List.of(RightsGrant.of(
                        Territories.of(territories),
                        Map.of(RightsDimension.CHANNEL, Terms.of(channel)),
                        Validity.ALWAYS)))
                .build());
    }

    void approve(SourceRef asset) {
        library.require(AssetWriter.class)
                .update(Asset.builder(asset).status(AssetStatus.APPROVED).build());
    }

    void rights(RightsRecord wanted) {
        library.require(RightsWriter.class).apply(wanted);
    }

    RightsRecord rights(SourceRef asset) {
        return library.require(RightsReader.class).rights(asset);
    }

    Publication publish(SourceRef asset, String key, Segment... audience) {
        return library.require(AssetPublisher.class)
                .publish(new PublishRequest(key, key, List.of(asset), List.of(audience), null, null));
    }

    AssetStatus status(SourceRef asset) {
        return get(asset).status();
    }

    Asset get(SourceRef asset) {
        return library.require(AssetReader.class).get(asset);
    }

    String bytes(SourceRef asset) {
        try (InputStream in =
                library.require(AssetReader.class).content(asset, null, null).open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Content text(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Content.of(new ByteArrayInputStream(bytes), bytes.length, name.replace(':', '-') + ".txt", "text/plain");
    }
}
