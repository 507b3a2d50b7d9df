package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
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
    private final ReferenceClient client;

    ReferencePublications(ReferenceClient client) {
        this.client = client;
    }

    @Override
    public Publication publish(PublishRequest request) {
        Optional<Publication> known = findByKey(request.key());
        if (known.isPresent()) {
            return known.get();
        }
        List<Map<String, @Nullable Object>> assets = request.assets().stream()
                .map(asset -> client.get("assets.publish", "assets", asset))
                .toList();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("title", request.title());
        members.put("assets", PlainRecords.write(request.assets()));
        members.put("audience", PlainRecords.write(request.audience()));
        members.put("status", AssetStatus.PUBLISHED.value());
        if (request.at() != null) {
            members.put("at", request.at().toString());
        }
        if (request.note() != null) {
            members.put("note", request.note());
        }
        Map<String, @Nullable Object> made = client.create("assets.publish", "publications", request.key(), members);
        assets.forEach(asset -> client.patch("assets.publish", "assets", asset, status(AssetStatus.PUBLISHED, null)));
        return client.to(Publication.class, "assets.publish", made);
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
        return out;
    }
}
