package dev.contentconnect.smintio;

import static dev.contentconnect.smintio.SmintioConnector.REFUSED;

import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.smintio.api.PortalCollections;
import dev.contentconnect.smintio.api.StatusPort;
import dev.contentconnect.smintio.map.Ids;
import dev.contentconnect.smintio.map.PublicationMapper;
import dev.contentconnect.smintio.wire.WireAsset;
import dev.contentconnect.smintio.wire.WireCollection;
import dev.contentconnect.smintio.wire.WireShare;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Publications: collections with a key in their name, since Smint.io has no status of assets that could be written. Where the
 * host keeps the status elsewhere, it is told as well.
 */
final class SmintioPublisher implements AssetPublisher {
    private final Library library;
    private final PortalConfig portal;

    SmintioPublisher(Library library, PortalConfig portal) {
        this.library = library;
        this.portal = portal;
    }

    PortalCollections collections() {
        return library.client.portal().collections();
    }

    @Override
    public Publication publish(PublishRequest request) {
        return new Publishing(library, portal, this).publish(request);
    }

    /** Complete ones first; of two that were made at the same time the one that everybody takes. */
    Optional<WireCollection> underKey(String key) {
        return collections().search(PublicationMapper.word(key)).stream()
                .filter(one -> PublicationMapper.isUnder(one, key))
                .min(Comparator.comparing((WireCollection one) -> !PublicationMapper.isComplete(one))
                        .thenComparing(one -> Objects.requireNonNullElse(one.collectionId(), "")));
    }

    @Override
    public Optional<Publication> findByKey(String key) {
        return underKey(key).filter(PublicationMapper::isComplete).map(one -> publication(one, List.of()));
    }

    Publication publication(WireCollection collection, List<Segment> audience) {
        List<SourceRef> assets = contents(collection).stream().map(Ids::asset).toList();
        return PublicationMapper.toPublication(collection, assets, audience, address(collection));
    }

    /** The scoped ids of what is in it. */
    List<String> contents(WireCollection collection) {
        return inside(collection)
                .map(WireAsset::id)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Stream<WireAsset> inside(WireCollection collection) {
        return collections().assets(String.valueOf(collection.collectionId())).stream();
    }

    private @Nullable URI address(WireCollection collection) {
        if (portal.publicationShare() == null) {
            return null;
        }
        String link = shareOf(collection).map(WireShare::shareLink).orElse(null);
        try {
            return link == null ? null : RequestUri.lenient(Objects.requireNonNull(portal.portalUrl()), link);
        } catch (IllegalArgumentException odd) {
            return null;
        }
    }

    /** A share of a publication bears its name. */
    Optional<WireShare> shareOf(WireCollection collection) {
        String id = collection.collectionId();
        return library.client.portal().shares().search(PublicationMapper.markIn(collection)).stream()
                .filter(one -> Objects.equals(one.collectionId(), id) || PublicationMapper.isShareOf(one, collection))
                .findFirst();
    }

    @Override
    public Paged<Publication> publications(SourceRef asset) {
        String operation = "publications.ofAsset";
        String id = Library.portalId(operation, asset);
        return Paged.of(
                SmintioConnector.SYSTEM,
                operation,
                cursor -> Page.of(
                        with(id, PublicationMapper.WORD).stream()
                                .filter(PublicationMapper::isComplete)
                                .map(one -> publication(one, List.of()))
                                .toList(),
                        null));
    }

    /** The portal cannot be asked what an asset is in: each publication is looked into. */
    private List<WireCollection> with(String asset, String word) {
        List<WireCollection> out = new ArrayList<>();
        collections().search(word).stream().filter(PublicationMapper::isOurs).forEach(one -> {
            if (inside(one).anyMatch(inside -> asset.equals(inside.id()))) {
                out.add(one);
            }
        });
        return out;
    }

    @Override
    public Asset hold(SourceRef asset, String reason) {
        return takeBack("assets.hold", asset, AssetStatus.HELD, reason);
    }

    @Override
    public Asset withdraw(SourceRef asset, String reason) {
        return takeBack("assets.withdraw", asset, AssetStatus.WITHDRAWN, reason);
    }

    /** Out of every publication; then the status where the host keeps it; then the reason, where people see it. */
    private Asset takeBack(String operation, SourceRef asset, AssetStatus status, String reason) {
        String license = Ids.licenseIn(asset);
        StatusPort host = library.config.ports().status();
        if (license != null) {
            if (host == null) {
                throw NotOffered.by(
                        SmintioConnector.SYSTEM,
                        operation,
                        "Smint.io publishes no status of licences; give a StatusPort of your own");
            }
            Asset found = library.asset(operation, library.purchases.get(operation, license));
            host.set(asset, status, reason);
            return found.toBuilder().status(status).build();
        }
        String id = Library.portalId(operation, asset);
        WireAsset found = library.client.portal().assets().get(id);
        // Also out of what broke off on its way out: its audience may see it already.
        for (String word : List.of(PublicationMapper.WORD, PublicationMapper.DRAFT)) {
            with(id, word).forEach(one -> collections().remove(String.valueOf(one.collectionId()), List.of(id)));
        }
        String pending = portal.pendingCollection();
        if (pending != null && status.equals(AssetStatus.HELD)) {
            collections().add(pending, List.of(id));
        }
        if (host != null) {
            host.set(asset, status, reason);
        }
        String reviews = portal.reviewCollection();
        if (reviews != null && !reason.isBlank()) {
            String text = (status.equals(AssetStatus.HELD) ? "Held: " : "Withdrawn: ") + reason;
            new SmintioComments(library, reviews).add(asset, new CommentDraft(text, text, null, null));
        }
        if (found.id() == null) {
            throw REFUSED.undecodable(operation, "an asset without an id");
        }
        return library.asset(operation, found).toBuilder().status(status).build();
    }
}
