package dev.contentconnect.smintio;

import static dev.contentconnect.smintio.SmintioConnector.REFUSED;
import static dev.contentconnect.smintio.SmintioConnector.SYSTEM;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Rendition;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.smintio.api.Licensing;
import dev.contentconnect.smintio.api.PortalQuery;
import dev.contentconnect.smintio.api.PurchasePage;
import dev.contentconnect.smintio.map.Ids;
import dev.contentconnect.smintio.map.PortalAssetMapper;
import dev.contentconnect.smintio.map.PurchaseMapper;
import dev.contentconnect.smintio.wire.WireAsset;
import dev.contentconnect.smintio.wire.WirePurchase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Assets of the portal, and licences that were bought. */
final class SmintioReader implements AssetReader {
    private static final String GET = "assets.get";
    private static final String QUERY = "assets.query";
    private static final Map<AssetKind, Integer> KINDS = Map.of(
            AssetKind.IMAGE, 0,
            AssetKind.DOCUMENT, 1,
            AssetKind.VIDEO, 2,
            AssetKind.AUDIO, 3);
    private static final String ONE_KIND =
            "one of " + KINDS.keySet().stream().map(AssetKind::value).sorted().toList();

    private final Library library;

    SmintioReader(Library library) {
        this.library = library;
    }

    @Override
    public Asset get(SourceRef asset) {
        String license = Ids.licenseIn(asset);
        return license != null
                ? library.asset(GET, library.purchases.get(GET, license))
                : library.asset(GET, portal(GET, asset));
    }

    private WireAsset portal(String operation, SourceRef asset) {
        String id = Library.portalId(operation, asset);
        library.checkPortal(operation);
        return library.client.portal().assets().get(id);
    }

    @Override
    public Optional<Asset> findByKey(String key) {
        throw NotOffered.by(SYSTEM, "assets.findByKey", "Smint.io keeps no keys of ours with assets");
    }

    @Override
    public Paged<Asset> query(AssetQuery query) {
        NotOffered.unless(query.key() == null, SYSTEM, QUERY + ".key", "Smint.io keeps no keys of ours with assets");
        NotOffered.unless(query.changedSince() == null, SYSTEM, QUERY + ".changedSince", "read the feed");
        NotOffered.unless(query.statuses().isEmpty(), SYSTEM, QUERY + ".statuses", "Smint.io has no status of assets");
        NotOffered.unless(
                query.tags().isEmpty(), SYSTEM, QUERY + ".tags", "use text or segments, by filters of the portal");
        PortalConfig portal = library.config.portal();
        if (portal != null && portal.searchPageUuid() != null) {
            return search(query, portal);
        }
        if (library.config.licensing() == null) {
            throw NotOffered.by(SYSTEM, QUERY, "the option searchPageUuid is not configured");
        }
        NotOffered.unless(query.text() == null, SYSTEM, QUERY + ".text", "licences come in their stream only");
        NotOffered.unless(query.kinds().isEmpty(), SYSTEM, QUERY + ".kinds", "licences come in their stream only");
        NotOffered.unless(
                query.segments().isEmpty(), SYSTEM, QUERY + ".segments", "licences come in their stream only");
        return Paged.of(SYSTEM, QUERY, cursor -> licenses(cursor, query.pageSize()));
    }

    private Paged<Asset> search(AssetQuery query, PortalConfig portal) {
        List<Map<String, Object>> filters = new ArrayList<>();
        for (Segment segment : query.segments()) {
            Map<String, Object> filter = portal.segmentFilters().get(segment);
            NotOffered.unless(filter != null, SYSTEM, QUERY + ".segments", "segmentFilters has none for " + segment);
            if (filter != null) {
                filters.add(filter);
            }
        }
        Integer type = query.kinds().isEmpty() ? null : KINDS.get(query.kinds().get(0));
        boolean notOne =
                query.kinds().size() > 1 || (type == null && !query.kinds().isEmpty());
        NotOffered.unless(!notOne, SYSTEM, QUERY + ".kinds", ONE_KIND);
        PortalQuery wanted = new PortalQuery(query.text(), filters, type, Math.min(query.pageSize(), PortalPages.MOST));
        Paged<WireAsset> found = library.client.portal().assets().search(wanted);
        return Paged.of(SYSTEM, QUERY, cursor -> {
            Page<WireAsset> page = found.page(cursor);
            List<MappingIssue> issues = new ArrayList<>(page.issues());
            List<Asset> items = new ArrayList<>();
            for (WireAsset one : page.items()) {
                if (one.id() == null || one.id().isBlank()) {
                    issues.add(MappingIssue.of("uuid", "is missing"));
                } else {
                    items.add(library.asset(QUERY, one));
                }
            }
            return new Page<>(items, page.next(), page.total(), issues);
        });
    }

    private Page<Asset> licenses(@Nullable Cursor cursor, int pageSize) {
        String from = cursor == null ? null : cursor.value();
        PurchasePage page = library.client.licensing().purchases(from, Math.min(pageSize, Licensing.MAX_PAGE));
        List<Asset> items = new ArrayList<>();
        for (WirePurchase one : page.purchases()) {
            items.add(library.asset(QUERY, one));
        }
        String next = page.continuation();
        return new Page<>(items, page.isEnd() || next == null ? null : Cursor.of(next), null, page.issues());
    }

    @Override
    public List<AssetVersion> versions(SourceRef asset) {
        String operation = "assets.versions";
        String license = Ids.licenseIn(asset);
        if (license != null) {
            return List.of(PurchaseMapper.version(library.purchases.get(operation, license)));
        }
        AssetVersion only = PortalAssetMapper.version(portal(operation, asset));
        return only == null ? List.of() : List.of(only);
    }

    @Override
    public List<Rendition> renditions(SourceRef asset) {
        String operation = "assets.renditions";
        String license = Ids.licenseIn(asset);
        if (license == null) {
            return PortalAssetMapper.renditions(portal(operation, asset));
        }
        WirePurchase purchase = library.purchases.get(operation, license);
        return Boolean.TRUE.equals(purchase.canBeSynced())
                ? PurchaseMapper.renditions(new Binaries(library.client.licensing(), purchase).list(operation))
                : List.of();
    }

    @Override
    public Content content(SourceRef asset, @Nullable String version, @Nullable String rendition) {
        String operation = "assets.content";
        String license = Ids.licenseIn(asset);
        if (license != null) {
            WirePurchase purchase = library.purchases.get(operation, license);
            checkVersion(operation, version, PurchaseMapper.version(purchase));
            return new Binaries(library.client.licensing(), purchase).content(operation, rendition);
        }
        WireAsset found = portal(operation, asset);
        checkVersion(operation, version, PortalAssetMapper.version(found));
        PortalFiles files = new PortalFiles(
                library.client.portal().assets(), library.config.options().endpoint());
        return rendition == null ? files.original(found) : files.rendition(found, rendition);
    }

    /** Both keep the current version only. */
    private static void checkVersion(String operation, @Nullable String wanted, @Nullable AssetVersion current) {
        if (wanted != null && (current == null || !wanted.equals(current.id()))) {
            throw REFUSED.notFound(operation, "no version " + wanted);
        }
    }
}
