package dev.contentconnect.iconik;

import static dev.contentconnect.iconik.IconikConnector.REFUSED;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Rendition;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.iconik.map.AssetMapper;
import dev.contentconnect.iconik.wire.WireApproval;
import dev.contentconnect.iconik.wire.WireAsset;
import dev.contentconnect.iconik.wire.WireFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Assets: one by the assets service, lists by the index. */
final class IconikReader implements AssetReader {
    private static final String GET = "assets.get";
    private static final String QUERY = "assets.query";

    private final Library library;
    private final Originals originals;
    private final Renditions renditions;

    IconikReader(Library library) {
        this.library = library;
        this.originals = new Originals(library);
        this.renditions = new Renditions(library);
    }

    @Override
    public Asset get(SourceRef asset) {
        return library.asset(GET, library.client.assets().get(asset.idIn(IconikConnector.SYSTEM), false));
    }

    @Override
    public Optional<Asset> findByKey(String key) {
        return library.byKey(key).map(asset -> library.asset("assets.findByKey", asset));
    }

    @Override
    public Paged<Asset> query(AssetQuery query) {
        Searches searches = Searches.of(library, query);
        return Paged.of(
                IconikConnector.SYSTEM,
                QUERY,
                cursor -> page(
                        searches,
                        library.client
                                .search()
                                .find(searches.query(), WireAsset.class)
                                .page(cursor)));
    }

    private Page<Asset> page(Searches searches, Page<WireAsset> page) {
        List<Asset> items = new ArrayList<>();
        List<MappingIssue> issues = new ArrayList<>(page.issues());
        for (WireAsset hit : page.items()) {
            WireApproval approval = searches.isAboutApprovals() ? confirmed(hit) : hit.approval();
            AssetMapper.toAsset(hit, hit.indexedMetadata(), approval, library.assetFields())
                    .peek(asset -> {
                        if (searches.accepts(asset.status())) {
                            items.add(asset);
                        }
                    })
                    .peekLeft(issues::add);
        }
        return new Page<>(items, page.next(), searches.isExact() ? page.total() : null, issues);
    }

    /** What the approvals say themselves: the index may be behind, and does not always show them. */
    private WireApproval confirmed(WireAsset hit) {
        WireApproval approval = hit.id() == null ? null : library.approval(hit.id(), hit);
        return approval != null ? approval : Searches.NO_APPROVAL;
    }

    @Override
    public List<AssetVersion> versions(SourceRef asset) {
        WireAsset found = library.client.assets().get(asset.idIn(IconikConnector.SYSTEM), false);
        Map<String, WireFile> files = originals.byVersion(asset.id());
        return AssetMapper.versions(found).stream()
                .map(version -> AssetMapper.toVersion(version, files.get(version.id())))
                .toList();
    }

    @Override
    public List<Rendition> renditions(SourceRef asset) {
        String id = asset.idIn(IconikConnector.SYSTEM);
        return renditions.of(id, Library.currentVersion(library.client.assets().get(id, false)));
    }

    @Override
    public Content content(SourceRef asset, @Nullable String version, @Nullable String rendition) {
        String operation = "assets.content";
        String id = asset.idIn(IconikConnector.SYSTEM);
        WireAsset found = library.client.assets().get(id, false);
        boolean known = version == null || found.versions().stream().anyMatch(one -> version.equals(one.id()));
        if (!known || AssetStatus.DELETED.equals(AssetMapper.status(found, null, null))) {
            throw REFUSED.notFound(operation, known ? "asset " + id + " is in the bin" : "no version " + version);
        }
        String wanted = version != null ? version : Library.currentVersion(found);
        return rendition == null ? originals.content(id, wanted) : renditions.content(id, wanted, rendition);
    }
}
