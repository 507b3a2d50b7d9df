package dev.contentconnect.iconik;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.map.AssetFields;
import dev.contentconnect.iconik.map.PublicationMapper;
import dev.contentconnect.iconik.wire.WireAsset;
import dev.contentconnect.iconik.wire.WireCollection;
import dev.contentconnect.iconik.wire.WireShare;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Publications: collections with a key, under one that the tenant keeps for them. */
final class IconikPublisher implements AssetPublisher {
    private final Library library;
    private final String root;

    IconikPublisher(Library library, String root) {
        this.library = library;
        this.root = root;
    }

    @Override
    public Publication publish(PublishRequest request) {
        Publishing.Outcome done = new Publishing(library, this, request).run();
        return done.isFresh() ? publication(done.collection(), request.assets()) : publication(done.collection());
    }

    /** The collections under which publications are made. */
    Set<String> places() {
        Set<String> out = new LinkedHashSet<>();
        out.add(root);
        out.addAll(library.config.audiences().values());
        return out;
    }

    String root() {
        return root;
    }

    /** The oldest publication with a key that is not in the bin; one that is hidden is unfinished. */
    Optional<WireCollection> byKey(String key) {
        String wanted = PublicationMapper.KEY + key;
        ListQuery query = ListQuery.ALL
                .with("object_types", "collections")
                .with("external_id", wanted)
                .with("sort", "date_created,asc");
        for (String place : places()) {
            Optional<WireCollection> found = library.client.collections().contents(place, query).stream()
                    .filter(hit -> hit.id() != null)
                    .flatMap(hit -> present(Objects.requireNonNullElse(hit.id(), "")).stream())
                    .filter(one -> wanted.equals(one.externalId()))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<WireCollection> present(String id) {
        try {
            return Optional.of(library.client.collections().get(id)).filter(one -> !"DELETED".equals(one.status()));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND || e.kind() == ErrorKind.FORBIDDEN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Optional<Publication> findByKey(String key) {
        return byKey(key).filter(one -> !"HIDDEN".equals(one.status())).map(this::publication);
    }

    @Override
    public Paged<Publication> publications(SourceRef asset) {
        String operation = "publications.ofAsset";
        String id = asset.idIn(IconikConnector.SYSTEM);
        return Paged.of(
                IconikConnector.SYSTEM,
                operation,
                cursor -> Page.of(of(id).stream().map(this::publication).toList(), null));
    }

    /** The publications that an asset is in; a request for each of its collections. */
    List<WireCollection> of(String asset) {
        List<WireCollection> out = new ArrayList<>();
        for (String id : library.client.assets().get(asset, true).inCollections()) {
            present(id)
                    .filter(PublicationMapper::isOne)
                    .filter(one -> !"HIDDEN".equals(one.status()))
                    .ifPresent(out::add);
        }
        return out;
    }

    private Publication publication(WireCollection collection) {
        String id = Objects.requireNonNullElse(collection.id(), "");
        List<SourceRef> assets =
                library.client.collections().contents(id, ListQuery.ALL.with("object_types", "assets")).stream()
                        .map(hit -> hit.id())
                        .filter(Objects::nonNull)
                        .map(one -> SourceRef.of(IconikConnector.SYSTEM, one))
                        .toList();
        return publication(collection, assets);
    }

    private Publication publication(WireCollection collection, List<SourceRef> assets) {
        String id = Objects.requireNonNullElse(collection.id(), "");
        List<Segment> audience = library.config.audiences().entrySet().stream()
                .filter(one -> one.getValue().equals(collection.parentId()))
                .map(Map.Entry::getKey)
                .toList();
        return PublicationMapper.toPublication(collection, assets, audience, address(id));
    }

    /** The share's address, where each publication has one; else that of the collection, for users. */
    private URI address(String collection) {
        URI own = RequestUri.of(library.config.options().endpoint())
                .path("collection", collection)
                .build();
        String shared = library.config.publicationShare() ? shareUrl(collection) : null;
        try {
            return shared == null ? own : RequestUri.lenient(own, shared);
        } catch (IllegalArgumentException odd) {
            return own;
        }
    }

    private @Nullable String shareUrl(String collection) {
        return library.client.shares().list(ObjectType.COLLECTIONS, collection, ListQuery.ALL).stream()
                .map(WireShare::url)
                .filter(url -> url != null && !url.isBlank())
                .findFirst()
                .orElse(null);
    }

    /** People who are no users may look, comment and decide; they may not download. */
    void share(String collection, String title) {
        if (library.config.publicationShare() && shareUrl(collection) == null) {
            Map<String, Object> allowed = Map.of(
                    "title", title,
                    "allow_comments", true,
                    "allow_approving_comments", false,
                    "allow_download", false,
                    "allow_setting_approve_status", true);
            library.client.shares().createWithUrl(ObjectType.COLLECTIONS, collection, allowed);
        }
    }

    @Override
    public Asset hold(SourceRef asset, String reason) {
        return takeBack("assets.hold", asset, AssetStatus.HELD, "Held: " + reason);
    }

    @Override
    public Asset withdraw(SourceRef asset, String reason) {
        return takeBack("assets.withdraw", asset, AssetStatus.WITHDRAWN, "Withdrawn: " + reason);
    }

    /** Out of every publication; then the word, and the reason in the history. */
    private Asset takeBack(String operation, SourceRef asset, AssetStatus status, String reason) {
        String id = asset.idIn(IconikConnector.SYSTEM);
        places().forEach(this::checkSeen);
        List<WireCollection> from = of(id);
        from.forEach(one ->
                library.client.collections().remove(Objects.requireNonNullElse(one.id(), ""), ObjectType.ASSETS, id));
        boolean changed = note(id, status);
        if (changed || !from.isEmpty()) {
            library.client.assets().addHistory(id, "CUSTOM", reason);
        }
        WireAsset after = library.client.assets().get(id, false);
        return library.asset(operation, after);
    }

    /** Collections that may not be seen are passed over; a role that sees none at all must not look like success. */
    private void checkSeen(String place) {
        try {
            library.client.collections().get(place);
        } catch (ConnectorException e) {
            if (e.kind() != ErrorKind.NOT_FOUND) {
                throw e;
            }
        }
    }

    /** Writes the word of the state field, where there is one. */
    boolean note(String id, AssetStatus status) {
        String view = library.config.assetView();
        String field = library.assetFields().get(AssetFields.STATE);
        if (view == null || field == null) {
            return false;
        }
        List<Object> now = library.metadata(id).getOrDefault(field, List.of());
        if (now.equals(List.of(status.value()))) {
            return false;
        }
        library.client.metadata().write(ObjectType.ASSETS, id, view, Map.of(field, List.of(status.value())));
        return true;
    }
}
