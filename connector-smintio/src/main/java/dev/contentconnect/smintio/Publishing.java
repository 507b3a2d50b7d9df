package dev.contentconnect.smintio;

import static dev.contentconnect.smintio.SmintioConnector.REFUSED;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.time.Timestamps;
import dev.contentconnect.smintio.api.StatusPort;
import dev.contentconnect.smintio.map.Ids;
import dev.contentconnect.smintio.map.PortalAssetMapper;
import dev.contentconnect.smintio.map.PublicationMapper;
import dev.contentconnect.smintio.wire.WireAsset;
import dev.contentconnect.smintio.wire.WireCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Brings one package out. All assets are looked at; one operation makes a collection with all of them, which nobody but us sees
 * yet and whose name says that it is a draft; then those who may see it, the share, the status; then its name. What broke off is
 * finished under the same key, with the assets that are asked for now. Who may see it already stays: that
 * {@code updateCollectionUsersAsync} takes groups away is not documented, so the answer does not say for whom it is.
 */
record Publishing(Library library, PortalConfig portal, SmintioPublisher publisher) {
    private static final String PUBLISH = "assets.publish";

    /** How many assets one operation is asked about. */
    private static final int AT_ONCE = 50;

    Publication publish(PublishRequest request) {
        List<String> ids = request.assets().stream()
                .map(asset -> Library.portalId(PUBLISH, asset))
                .distinct()
                .toList();
        if (request.at() != null) {
            throw NotOffered.by(
                    SmintioConnector.SYSTEM, PUBLISH + ".at", "a portal publishes now; call when it is time");
        }
        List<String> groups = groups(request.audience());
        WireCollection known = publisher.underKey(request.key()).orElse(null);
        if (known != null && PublicationMapper.isComplete(known)) {
            return publisher.publication(known, List.of());
        }
        check(request, ids);
        String draft = PublicationMapper.name(request.title(), request.key(), true);
        WireCollection made = known != null ? known : publisher.collections().create(draft, ids);
        WireCollection collection = known != null ? known : settled(request, made);
        boolean isNew = known == null && Objects.equals(collection.collectionId(), made.collectionId());
        String id = collection.collectionId();
        if (id == null || id.isBlank()) {
            throw REFUSED.undecodable(PUBLISH, "a collection without an id");
        }
        if (PublicationMapper.isComplete(collection)) {
            return publisher.publication(collection, List.of());
        }
        if (known != null) {
            List<String> left = publisher.contents(collection).stream()
                    .filter(one -> !ids.contains(one))
                    .toList();
            if (!left.isEmpty()) {
                publisher.collections().remove(id, left);
            }
            publisher.collections().add(id, ids);
        }
        finish(request, collection, id, ids, groups);
        WireCollection first = publisher.underKey(request.key()).orElse(collection);
        if (!id.equals(first.collectionId())) {
            return yielded(id, first);
        }
        String name = PublicationMapper.name(request.title(), request.key(), false);
        WireCollection out = publisher.collections().rename(id, name);
        if (!PublicationMapper.isComplete(out) || !PublicationMapper.isUnder(out, request.key())) {
            throw REFUSED.rejected(PUBLISH, LocalErrors.DROPPED, "collection " + id + " did not take its name");
        }
        return publisher.publication(out, isNew ? request.audience() : List.of());
    }

    private List<String> groups(List<Segment> audience) {
        List<String> out = new ArrayList<>();
        for (Segment one : audience) {
            String group = portal.audiences().get(one);
            if (group == null) {
                throw NotOffered.by(
                        SmintioConnector.SYSTEM,
                        PUBLISH + ".audience",
                        "the option audiences has no user group for " + one.kind() + " " + one.value());
            }
            out.add(group);
        }
        return out;
    }

    /** Nothing is made before every asset was found in the version that was approved. */
    private void check(PublishRequest request, List<String> ids) {
        Map<String, WireAsset> found = new LinkedHashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            library.client.portal().assets().getAll(some).forEach(one -> found.put(String.valueOf(one.id()), one));
        }
        StatusPort host = library.config.ports().status();
        for (SourceRef asset : request.assets()) {
            WireAsset one = found.get(asset.id());
            if (one == null) {
                throw REFUSED.notFound(PUBLISH, "the portal has no asset " + asset.id());
            }
            String approved = request.versions().get(asset);
            AssetVersion current = PortalAssetMapper.version(one);
            if (approved != null && (current == null || !approved.equals(current.id()))) {
                throw REFUSED.conflict(
                        PUBLISH,
                        "version " + approved + " of asset " + asset.id() + " was approved, and the current one is "
                                + (current == null ? "not stated" : current.id()));
            }
            boolean blocked = host != null
                    && host.status(asset).filter(AssetStatus.BLOCKED::equals).isPresent();
            if (blocked || PortalAssetMapper.status(one, library.now()).equals(AssetStatus.WITHDRAWN)) {
                throw REFUSED.rejected(
                        PUBLISH,
                        LocalErrors.BLOCKED,
                        "asset " + asset.id() + " is blocked, or no longer published in the portal");
            }
        }
    }

    /** Somebody else was at it at the same time, and made a collection that all take, after we had looked. */
    private Publication yielded(String id, WireCollection first) {
        publisher.collections().delete(id);
        if (PublicationMapper.isComplete(first)) {
            return publisher.publication(first, List.of());
        }
        throw REFUSED.conflict(PUBLISH, "somebody else is publishing under the same key; try again");
    }

    /** Somebody else may have made one in the same moment: all take the same of the two. */
    private WireCollection settled(PublishRequest request, WireCollection made) {
        WireCollection first = publisher.underKey(request.key()).orElse(made);
        String id = made.collectionId();
        if (id != null && !id.equals(first.collectionId())) {
            publisher.collections().delete(id);
        }
        return first;
    }

    private void finish(
            PublishRequest request, WireCollection collection, String id, List<String> ids, List<String> groups) {
        if (request.note() != null && !request.note().isBlank()) {
            CommentDraft note = new CommentDraft("note of " + request.key(), request.note(), null, null);
            new SmintioComments(library, id).add(Ids.collection(id), note);
        }
        if (!groups.isEmpty()) {
            publisher
                    .collections()
                    .users(
                            id,
                            groups.stream()
                                    .map(group -> Map.of("collectionUserGroupId", group, "permissionLevel", (Object) 1))
                                    .toList());
        }
        Duration life = portal.publicationShare();
        if (life != null && publisher.shareOf(collection).isEmpty()) {
            Map<String, Object> share = new LinkedHashMap<>();
            share.put("name", PublicationMapper.shareName(request.title(), request.key()));
            share.put("expirationDate", Timestamps.format(library.now().plus(life)));
            share.put("canModifyCollection", false);
            share.put("sendEmailInvite", false);
            library.client.portal().shares().create(id, share);
        }
        StatusPort host = library.config.ports().status();
        if (host != null) {
            request.assets().forEach(asset -> host.set(asset, AssetStatus.PUBLISHED, request.title()));
        }
        String pending = portal.pendingCollection();
        if (pending != null) {
            publisher.collections().remove(pending, ids);
        }
    }
}
