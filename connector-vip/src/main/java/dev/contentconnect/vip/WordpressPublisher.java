package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.vip.api.Posts;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.map.Fields;
import dev.contentconnect.vip.map.Names;
import dev.contentconnect.vip.map.PackageMapper;
import dev.contentconnect.vip.map.Profile;
import dev.contentconnect.vip.wire.WireMedia;
import dev.contentconnect.vip.wire.WirePost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Packages: what they are, and how assets leave them. How they come out is in {@link Publishing}. */
final class WordpressPublisher implements AssetPublisher {
    private static final String HOLD = "assets.hold";
    private static final String WITHDRAW = "assets.withdraw";
    private static final String LIST = "publications.ofAsset";

    private final Shelf shelf;

    WordpressPublisher(Shelf shelf) {
        this.shelf = shelf;
    }

    private Posts packages() {
        return shelf.client.posts(Profile.PACKAGES);
    }

    @Override
    public Publication publish(PublishRequest request) {
        return new Publishing(shelf, request).run();
    }

    @Override
    public Asset hold(SourceRef asset, String reason) {
        return takeBack(HOLD, shelf.root(HOLD, asset), AssetStatus.HELD, reason);
    }

    @Override
    public Asset withdraw(SourceRef asset, String reason) {
        WireMedia root = shelf.root(WITHDRAW, asset);
        Asset out = takeBack(WITHDRAW, root, AssetStatus.WITHDRAWN, reason);
        List<WirePost> holding = new ArrayList<>();
        packages().list(holding(root.id())).forEach(holding::add);
        holding.forEach(one -> removeFrom(one, Long.toString(root.id())));
        return out;
    }

    private void removeFrom(WirePost item, String asset) {
        List<String> rest = new ArrayList<>(new Fields(item.metaFields()).texts(Profile.ASSET_IDS));
        if (!rest.remove(asset)) {
            return;
        }
        List<String> versions = new ArrayList<>(new Fields(item.metaFields()).texts(Profile.ASSET_VERSIONS));
        versions.removeIf(pair -> pair.startsWith(asset + "="));
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put(Profile.ASSET_IDS, rest.stream().map(Long::valueOf).toList());
        meta.put(Profile.ASSET_VERSIONS, versions);
        Map<String, Object> change = new LinkedHashMap<>();
        if (rest.isEmpty()) {
            meta.put(Profile.STATE, PackageMapper.WITHDRAWN);
            change.put("status", "private");
        }
        change.put("meta", meta);
        WirePost stored = packages().update(item.id(), change);
        ReadBack.refuse(WITHDRAW, item.id(), ReadBack.meta(meta, stored.metaFields()));
    }

    private Asset takeBack(String operation, WireMedia root, AssetStatus status, String reason) {
        // Besides the version that was published last, one may wait for its date, or may have come out at it.
        for (WireMedia version : shelf.versions(root)) {
            if (version.id() != root.id() && !"private".equals(version.status())) {
                shelf.hide(version.id());
            }
        }
        Map<String, Object> meta = Map.of(Profile.ASSET_STATE, status.value(), Profile.STATE_NOTE, reason);
        return shelf.asset(operation, shelf.update(operation, root.id(), meta, Map.of("status", "private")));
    }

    @Override
    public Optional<Publication> findByKey(String key) {
        return Shelf.bySlug(packages(), Names.slug("p", key)).map(this::publication);
    }

    private Publication publication(WirePost item) {
        return PackageMapper.toPublication(item, shelf.terms.segments(item::terms));
    }

    @Override
    public Paged<Publication> publications(SourceRef asset) {
        // At once, not with the first page.
        asset.idIn(VipConnector.SYSTEM);
        return Paged.of(VipConnector.SYSTEM, LIST, cursor -> {
            // Any version leads to the asset.
            long root = shelf.root(LIST, asset).id();
            return page(root, packages().list(holding(root)).page(cursor));
        });
    }

    /** The filter is the profile's own: a server without it would hand out every package. */
    private Page<Publication> page(long asset, Page<WirePost> page) {
        List<Function<String, List<Long>>> terms = new ArrayList<>();
        page.items().forEach(item -> terms.add(item::terms));
        TermBook.Known known = shelf.terms.segments(terms);
        SourceRef ref = SourceRef.of(VipConnector.SYSTEM, Long.toString(asset));
        List<Publication> items = new ArrayList<>();
        for (WirePost item : page.items()) {
            Publication publication = PackageMapper.toPublication(item, known.of(item::terms));
            if (!publication.assets().contains(ref)) {
                throw REFUSED.rejected(
                        LIST,
                        LocalErrors.DROPPED,
                        "the server did not narrow the list: the server profile there is another one");
            }
            items.add(publication);
        }
        return new Page<>(items, page.next(), page.total(), page.issues());
    }

    private static WordpressQuery holding(long asset) {
        return WordpressQuery.ALL.with("asset_id", asset);
    }
}
