package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Rendition;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.NotOffered;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Assets, their versions and bytes. */
final class ReferenceAssets implements AssetReader, AssetWriter {
    private final ReferenceClient client;

    ReferenceAssets(ReferenceClient client) {
        this.client = client;
    }

    @Override
    public Asset get(SourceRef asset) {
        return client.get("assets.get", "assets", asset, Asset.class);
    }

    @Override
    public Optional<Asset> findByKey(String key) {
        return client.byKey("assets.find", "assets", key, Asset.class);
    }

    @Override
    public Paged<Asset> query(AssetQuery query) {
        if (query.text() != null) {
            throw NotOffered.by(ReferenceConnector.SYSTEM, "assets.query.text", "no full-text search; narrow by tags");
        }
        Map<String, Object> filters = new LinkedHashMap<>();
        if (query.key() != null) {
            filters.put("key", query.key());
        }
        if (query.changedSince() != null) {
            filters.put("changedSince", query.changedSince());
        }
        filters.put("status", query.statuses());
        filters.put("kind", query.kinds());
        filters.put("tags", query.tags());
        filters.put(
                "segments", query.segments().stream().map(ReferenceAssets::text).toList());
        return client.list("assets.query", "assets", filters, query.pageSize(), Asset.class);
    }

    @Override
    public List<AssetVersion> versions(SourceRef asset) {
        get(asset);
        return client.list("assets.versions", "versions", Map.of("asset", asset), 100, AssetVersion.class).stream()
                .sorted(Comparator.comparing(AssetVersion::number).reversed())
                .toList();
    }

    @Override
    public List<Rendition> renditions(SourceRef asset) {
        throw NotOffered.by(ReferenceConnector.SYSTEM, "assets.renditions", "the reference system makes no renditions");
    }

    @Override
    public Content content(SourceRef asset, @Nullable String version, @Nullable String rendition) {
        if (rendition != null) {
            throw NotOffered.by(
                    ReferenceConnector.SYSTEM, "assets.content.rendition", "ask for a version, not a rendition");
        }
        AssetVersion wanted = versions(asset).stream()
                .filter(one -> version == null || version.equals(one.id()))
                .findFirst()
                .orElseThrow(() -> new ConnectorException(new ConnectorError.NotFound(
                        Trace.local(ReferenceConnector.SYSTEM, "assets.content", "no such version of " + asset))));
        return new ReferenceContent(client, wanted);
    }

    @Override
    public Asset create(AssetDraft draft) {
        checkLength("assets.create", draft.content());
        Map<String, @Nullable Object> members = PlainRecords.members(draft.metadata());
        members.put("origin", draft.metadata().ref().toString());
        members.remove("currentVersion");
        Map<String, @Nullable Object> made = client.create("assets.create", "assets", draft.key(), members);
        Asset asset = client.to(Asset.class, "assets.create", made);
        if (draft.content() == null || asset.currentVersion() != null) {
            return asset;
        }
        addVersion(asset.ref(), draft.key() + "/1", draft.content());
        return get(asset.ref());
    }

    private static void checkLength(String operation, @Nullable Content content) {
        if (content != null && content.length() < 0) {
            throw LocalErrors.of(ReferenceConnector.SYSTEM).lengthUnknown(operation);
        }
    }

    @Override
    public Asset update(Asset asset) {
        Map<String, @Nullable Object> read = client.get("assets.update", "assets", asset.ref());
        Map<String, @Nullable Object> members = PlainRecords.members(asset);
        List.of("ref", "key", "currentVersion", "createdAt", "updatedAt").forEach(members::remove);
        // What says nothing is left as it is.
        members.values()
                .removeIf(value ->
                        value == null || List.of().equals(value) || Map.of().equals(value));
        members.values().removeIf(value -> "unknown".equals(value) || "other".equals(value));
        return client.to(Asset.class, "assets.update", client.patch("assets.update", "assets", read, members));
    }

    @Override
    public AssetVersion addVersion(SourceRef asset, String key, Content content) {
        checkLength("assets.add_version", content);
        Map<String, @Nullable Object> read = client.get("assets.add_version", "assets", asset);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("asset", asset.toString());
        members.put("sizeBytes", content.length());
        if (content.fileName() != null) {
            members.put("fileName", content.fileName());
        }
        if (content.mediaType() != null) {
            members.put("mediaType", content.mediaType());
        }
        Map<String, @Nullable Object> made = client.create("assets.add_version", "versions", key, members);
        if (!Boolean.TRUE.equals(made.get("stored"))) {
            String type = content.mediaType() == null ? "application/octet-stream" : content.mediaType();
            made = client.object(HttpCall.of(
                            "assets.upload",
                            "PUT",
                            client.uri("content", String.valueOf(made.get("id")))
                                    .build(),
                            Effect.IDEMPOTENT)
                    .body(new HttpBody.Stream(type, content.length(), content.isRepeatable(), content::open))
                    .build());
        }
        AssetVersion version = client.to(AssetVersion.class, "assets.add_version", made);
        // Also when the bytes were there already: the run before may have broken off between the two.
        if (isNewer(version, client.to(Asset.class, "assets.add_version", read).currentVersion())) {
            client.patch("assets.add_version", "assets", read, Map.of("currentVersion", made));
        }
        return version;
    }

    private static boolean isNewer(AssetVersion version, @Nullable AssetVersion current) {
        if (current == null) {
            return true;
        }
        Integer ours = version.number();
        Integer theirs = current.number();
        return ours != null && (theirs == null || ours > theirs);
    }

    private static String text(Segment segment) {
        return segment.kind() + ":" + segment.value();
    }
}
