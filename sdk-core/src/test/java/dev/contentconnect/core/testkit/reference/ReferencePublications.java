package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.PublishRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where assets are published. */
final class ReferencePublications implements AssetPublisher {
    private static final String PUBLISH = "assets.publish";

    private final ReferenceClient client;

    ReferencePublications(ReferenceClient client) {
        this.client = client;
    }

    /**
     * A package is held and pending until all its assets are published, so that a run that broke off can be told from
     * one that ended, and the same key finishes it.
     */
    @Override
    public Publication publish(PublishRequest request) {
        request.assets().forEach(ReferenceClient::id);
        Optional<Map<String, @Nullable Object>> known = client.byKey(PUBLISH, "publications", request.key());
        if (known.isPresent() && !isPending(known.get())) {
            return client.to(Publication.class, PUBLISH, known.get());
        }
        List<Map<String, @Nullable Object>> assets = request.assets().stream()
                .map(asset -> approved(asset, request.versions().get(asset)))
                .toList();
        Map<String, @Nullable Object> made = client.create(PUBLISH, "publications", request.key(), members(request));
        if (!isPending(made)) {
            return client.to(Publication.class, PUBLISH, made);
        }
        assets.stream()
                .filter(asset -> !AssetStatus.PUBLISHED.value().equals(asset.get("status")))
                .forEach(asset -> client.patch(PUBLISH, "assets", asset, status(AssetStatus.PUBLISHED, null)));
        return client.to(
                Publication.class,
                PUBLISH,
                client.patch(PUBLISH, "publications", made, status(AssetStatus.PUBLISHED, null)));
    }

    private static Map<String, Object> members(PublishRequest request) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("title", request.title());
        members.put("assets", PlainRecords.write(request.assets()));
        members.put("audience", PlainRecords.write(request.audience()));
        members.put("status", AssetStatus.HELD.value());
        members.put("pending", true);
        members.put("versions", PlainRecords.write(request.versions()));
        if (request.at() != null) {
            members.put("at", request.at().toString());
        }
        if (request.note() != null) {
            members.put("note", request.note());
        }
        return members;
    }

    /** The asset, provided that the version it would be published in is the one that was approved. */
    private Map<String, @Nullable Object> approved(SourceRef asset, @Nullable String version) {
        Map<String, @Nullable Object> read = client.get(PUBLISH, "assets", asset);
        AssetVersion current = client.to(Asset.class, PUBLISH, read).currentVersion();
        if (version != null && (current == null || !version.equals(current.id()))) {
            throw new ConnectorException(new ConnectorError.Conflict(Trace.local(
                    ReferenceConnector.SYSTEM, PUBLISH, asset + " no longer stands at version " + version)));
        }
        return read;
    }

    private static boolean isPending(Map<String, @Nullable Object> publication) {
        return Boolean.TRUE.equals(publication.get("pending"));
    }

    @Override
    public Asset hold(SourceRef asset, String reason) {
        return set("assets.hold", asset, AssetStatus.HELD, reason);
    }

    @Override
    public Asset withdraw(SourceRef asset, String reason) {
        Map<String, @Nullable Object> none = new LinkedHashMap<>(status(AssetStatus.WITHDRAWN, reason));
        for (Publication publication : publications(asset)) {
            client.patch(
                    "assets.withdraw",
                    "publications",
                    client.get("assets.withdraw", "publications", publication.ref()),
                    none);
        }
        return set("assets.withdraw", asset, AssetStatus.WITHDRAWN, reason);
    }

    @Override
    public Optional<Publication> findByKey(String key) {
        return client.byKey("publications.find", "publications", key, Publication.class);
    }

    @Override
    public Paged<Publication> publications(SourceRef asset) {
        ReferenceClient.id(asset);
        return client.list("assets.publications", "publications", Map.of("assets", asset), 100, Publication.class);
    }

    private Asset set(String operation, SourceRef asset, AssetStatus status, String reason) {
        Map<String, @Nullable Object> read = client.get(operation, "assets", asset);
        return client.to(Asset.class, operation, client.patch(operation, "assets", read, status(status, reason)));
    }

    private static Map<String, @Nullable Object> status(AssetStatus status, @Nullable String reason) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("status", status.value());
        out.put("statusReason", reason);
        out.put("pending", null);
        return out;
    }
}
