package dev.contentconnect.iconik;

import static dev.contentconnect.iconik.IconikConnector.REFUSED;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.map.PublicationMapper;
import dev.contentconnect.iconik.wire.WireAsset;
import dev.contentconnect.iconik.wire.WireCollection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Brings one package out: all assets are looked at, a hidden collection takes them, and one request shows it. What broke off is
 * finished under the same key; what was shown once is left alone.
 */
record Publishing(Library library, IconikPublisher publisher, PublishRequest request) {
    private static final String PUBLISH = "assets.publish";

    /**
     * What came of it.
     *
     * @param collection the publication
     * @param isFresh whether it was shown just now, and holds what was asked for; the index may not list it yet
     */
    record Outcome(WireCollection collection, boolean isFresh) {}

    Outcome run() {
        request.assets().forEach(asset -> asset.idIn(IconikConnector.SYSTEM));
        String place = place();
        if (request.at() != null) {
            throw NotOffered.by(IconikConnector.SYSTEM, PUBLISH + ".at", "iconik publishes now; call when it is time");
        }
        WireCollection known = publisher.byKey(request.key()).orElse(null);
        if (known != null && !"HIDDEN".equals(known.status())) {
            return new Outcome(known, false);
        }
        Map<String, Set<String>> collections = new LinkedHashMap<>();
        request.assets().forEach(asset -> collections.put(asset.id(), check(asset)));
        WireCollection collection = known != null ? known : make(place);
        if (!"HIDDEN".equals(collection.status())) {
            return new Outcome(collection, false);
        }
        String id = id(collection);
        fill(id, collections);
        for (SourceRef asset : request.assets()) {
            publisher.note(asset.id(), AssetStatus.PUBLISHED);
        }
        publisher.share(id, request.title());
        Map<String, Object> shown = Map.of("status", "ACTIVE");
        WireCollection out = library.client.collections().update(id, shown);
        if (!"ACTIVE".equals(out.status())) {
            throw REFUSED.rejected(PUBLISH, LocalErrors.DROPPED, "collection " + id + " stayed " + out.status());
        }
        return new Outcome(out, true);
    }

    /** Where the collection is made: under the one for all, or under that of the audience. */
    private String place() {
        if (request.audience().isEmpty()) {
            return publisher.root();
        }
        Segment only = request.audience().get(0);
        String place = library.config.audiences().get(only);
        if (request.audience().size() > 1 || place == null) {
            throw NotOffered.by(
                    IconikConnector.SYSTEM,
                    PUBLISH + ".audience",
                    "one audience of those configured in audiences, and not " + request.audience());
        }
        return place;
    }

    /** A collection shows the current version of what is in it, so another one cannot be brought out. */
    private Set<String> check(SourceRef asset) {
        WireAsset found = library.client.assets().get(asset.id(), true);
        Library.checkUsable(PUBLISH, found);
        if (Boolean.TRUE.equals(found.isBlocked())) {
            throw REFUSED.rejected(PUBLISH, LocalErrors.BLOCKED, "asset " + asset.id() + " is blocked");
        }
        String approved = request.versions().get(asset);
        String current = Library.currentVersion(found);
        if (approved != null && !approved.equals(current)) {
            throw REFUSED.conflict(
                    PUBLISH,
                    "version " + approved + " of asset " + asset.id() + " was approved, and the current one is "
                            + current);
        }
        return Set.copyOf(found.inCollections());
    }

    private WireCollection make(String place) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", request.title());
        fields.put("external_id", PublicationMapper.KEY + request.key());
        fields.put("parent_id", place);
        fields.put("status", "HIDDEN");
        return new UnderKey<>(
                        library,
                        PUBLISH,
                        () -> publisher.byKey(request.key()),
                        one -> new UnderKey.Age(Library.made(one.dateCreated()), id(one)),
                        one -> library.client.collections().delete(id(one)))
                .settle(library.client.collections().create(fields));
    }

    /** What is in there already is left out: the service does not say what a second time does. */
    private void fill(String collection, Map<String, Set<String>> collections) {
        collections.forEach((asset, present) -> {
            if (!present.contains(collection)) {
                library.client.collections().add(collection, ObjectType.ASSETS, asset);
            }
        });
    }

    private static String id(WireCollection collection) {
        if (collection.id() == null || collection.id().isBlank()) {
            throw REFUSED.undecodable(PUBLISH, "a collection without an id");
        }
        return collection.id();
    }
}
