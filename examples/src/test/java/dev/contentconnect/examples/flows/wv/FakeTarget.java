package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A publishing system in memory whose maps are the proof. */
final class FakeTarget {
    final Map<String, Asset> assets = new LinkedHashMap<>();
    final Map<SourceRef, Map<String, String>> bytes = new LinkedHashMap<>();
    final Map<SourceRef, RightsRecord> rights = new LinkedHashMap<>();
    final Map<String, Publication> publications = new LinkedHashMap<>();
    final Map<String, Map<SourceRef, String>> publishedVersions = new LinkedHashMap<>();
    final Map<SourceRef, String> held = new LinkedHashMap<>();
    final Map<String, Comment> comments = new LinkedHashMap<>();

    Connector connector() {
        return new FakeConnector(
                "shop",
                this,
                List.of(
                        AssetReader.class,
                        AssetWriter.class,
                        RightsReader.class,
                        RightsWriter.class,
                        AssetPublisher.class,
                        CommentThread.class));
    }

    /** For both the reader and the publisher: which of them asks is told by the key. */
    Optional<?> findByKey(String key) {
        return Optional.ofNullable(key.startsWith("wv1:") ? publications.get(key) : assets.get(key));
    }

    Asset create(AssetDraft draft) {
        return assets.computeIfAbsent(
                draft.key(),
                key -> Asset.builder(SourceRef.of("shop", "asset-" + (assets.size() + 1)))
                        .key(key)
                        .title(draft.metadata().title())
                        .status(AssetStatus.DRAFT)
                        .build());
    }

    Asset update(Asset asset) {
        assets.replaceAll((key, old) -> old.ref().equals(asset.ref())
                ? asset.toBuilder().key(key).status(old.status()).build()
                : old);
        return asset;
    }

    AssetVersion addVersion(SourceRef asset, String key, Content content) {
        Map<String, String> versions = bytes.computeIfAbsent(asset, ref -> new LinkedHashMap<>());
        versions.computeIfAbsent(key, k -> read(content));
        return AssetVersion.of(key, versions.size());
    }

    RightsRecord rights(SourceRef asset) {
        return rights.getOrDefault(asset, RightsRecord.builder(asset, asset).build());
    }

    RightsRecord apply(RightsRecord record) {
        rights.put(record.asset(), record);
        return record;
    }

    Publication publish(PublishRequest request) {
        request.assets().forEach(held::remove);
        publishedVersions.putIfAbsent(request.key(), request.versions());
        return publications.computeIfAbsent(
                request.key(),
                key -> new Publication(
                        SourceRef.of("shop", "publication-" + (publications.size() + 1)),
                        key,
                        request.assets(),
                        request.versions(),
                        AssetStatus.PUBLISHED,
                        request.audience(),
                        FakeWorkflow.OPENED.plusSeconds(120),
                        null,
                        Extensions.none()));
    }

    Asset hold(SourceRef asset, String reason) {
        held.put(asset, reason);
        return Asset.builder(asset).build();
    }

    Paged<Publication> publications(SourceRef asset) {
        List<Publication> of = publications.values().stream()
                .filter(publication -> publication.assets().contains(asset))
                .toList();
        return Paged.of("shop", "publications", cursor -> Page.of(of, null));
    }

    Comment add(SourceRef subject, CommentDraft draft) {
        return comments.computeIfAbsent(
                subject + draft.key(),
                key -> Comment.of(
                        SourceRef.of("shop", "comment-" + (comments.size() + 1)),
                        subject,
                        Actor.of("flow"),
                        draft.text(),
                        FakeWorkflow.OPENED));
    }

    private static String read(Content content) {
        try (var in = content.open()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
